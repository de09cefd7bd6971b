/**
 * Google's `face_detector.tflite` is the short-range BlazeFace of @mediapipe/face_mesh with metadata
 * added, and nothing else.
 */
import { ModelExtension } from './model-extension.ts';
import { METADATA_NAME, writeMetadata, type ModelDescription } from './tflite-metadata.ts';

/** Word for word that of Google's file. */
export const DETECTOR_METADATA: ModelDescription = {
	name: 'Short Range Face Detection',
	description: 'Detects human face with frontal camera',
	version: '1',
	author: 'MediaPipe',
	minParserVersion: '1.0.0',
	image: {
		name: 'image',
		description: 'Input image to be detected',
		normalization: { mean: 127.5, std: 127.5 }
	},
	outputs: [
		{ name: 'raw boxes/keypoints', description: 'Undecoded face bboxes location and keypoints' },
		{ name: 'scores', description: 'Scores of the detected bboxes.' }
	]
};

export function buildDetectorModel(shortRangeModel: Uint8Array): Uint8Array {
	const model = new ModelExtension(shortRangeModel);
	model.addMetadata(METADATA_NAME, writeMetadata(DETECTOR_METADATA));
	return model.finish();
}

/**
 * The face landmarker bundle for @mediapipe/tasks-vision, made from @mediapipe/face_mesh alone: the
 * same, byte for byte, on every machine. It has 478 points and the pose, and no blendshapes.
 */
import { buildDetectorModel } from './detector-model.ts';
import { buildLandmarkModel } from './landmark-model.ts';
import { ATTENTION_MESH, DETECTOR, GEOMETRY, openPackedAssets } from './packed-assets.ts';
import { storedZip } from './stored-zip.ts';

/** The names under which the face landmarker looks for its parts. */
export const ENTRIES = {
	detector: 'face_detector.tflite',
	landmarks: 'face_landmarks_detector.tflite',
	geometry: 'geometry_pipeline_metadata_landmarks.binarypb'
} as const;

/**
 * @param packageDirectory where @mediapipe/face_mesh is, the installed one when left out
 * @throws PackageError when the package holds other files than the known ones
 */
export function buildLandmarker(packageDirectory?: string): Uint8Array {
	const assets = openPackedAssets(packageDirectory);
	return storedZip([
		{ name: ENTRIES.detector, data: buildDetectorModel(assets.file(DETECTOR)) },
		{ name: ENTRIES.landmarks, data: buildLandmarkModel(assets.file(ATTENTION_MESH)) },
		{ name: ENTRIES.geometry, data: assets.file(GEOMETRY) }
	]);
}

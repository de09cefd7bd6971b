/**
 * Where the build put what the worker needs. Imported on the page's side: what only a worker imports
 * would be missing from the list of files to keep for offline use.
 */
import visionWasm from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url';
import ortModule from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import landmarker from '../../../models/built/face_landmarker.task?url';
import segmenter from '../../../models/built/selfie_multiclass_256x256.tflite?url';
import velocityBasis from '../../../models/built/velocity-basis.onnx?url';
import type { AssetUrls } from './protocol.ts';

const absolute = (url: string): string => new URL(url, location.href).href;

export function assetUrls(): AssetUrls {
	return {
		landmarker: absolute(landmarker),
		segmenter: absolute(segmenter),
		velocityBasis: absolute(velocityBasis),
		visionWasm: absolute(visionWasm),
		ortModule: absolute(ortModule),
		ortWasm: absolute(ortWasm)
	};
}

/**
 * Turns the attention face mesh of 2020, which has seven outputs, into what MediaPipe Tasks expect:
 * one tensor of 478 points (x, y, z) and one of presence.
 *
 * Outside the model, MediaPipe's LandmarksRefinementCalculator let the refined lips and eyes replace
 * x and y of the mesh, and added the irises at the mean depth of their eye's contour. All of that is
 * linear, so it becomes part of the model as masks and 1×1 convolutions with constant weights.
 * (GATHER would say it more shortly, but MediaPipe's WebGL backend lacks it.)
 */
import { AXIS, LinearOperators, Matrix } from './linear-operators.ts';
import {
	IRIS_LANDMARK_COUNT,
	LANDMARK_COUNT,
	LEFT_EYE,
	LEFT_EYE_CONTOUR,
	LIPS,
	MESH_LANDMARK_COUNT,
	RIGHT_EYE,
	RIGHT_EYE_CONTOUR
} from './mesh-topology.ts';
import { ModelExtension, type TensorIndex } from './model-extension.ts';
import { METADATA_NAME, writeMetadata, type ModelDescription } from './tflite-metadata.ts';

export const LANDMARK_METADATA: ModelDescription = {
	name: 'MediaPipe Face Mesh with attention (2020), extended',
	description: 'Detects 478 face landmarks',
	version: '1',
	author: 'MediaPipe',
	minParserVersion: '1.0.0',
	image: {
		name: 'image',
		description: 'Input image to be detected',
		normalization: { mean: 0, std: 255 }
	},
	outputs: [
		{
			name: 'face_landmarks',
			description: 'Undecoded face landmarks. Each landmark contains x, y, and z coordinates'
		},
		{ name: 'presence', description: 'Presence score of the face.' }
	]
};

const REFINED = [...LIPS, ...LEFT_EYE, ...RIGHT_EYE];

export function buildLandmarkModel(attentionModel: Uint8Array): Uint8Array {
	const model = new ModelExtension(attentionModel);
	const operators = new LinearOperators(model);
	const mesh = model.tensor('output_mesh_identity');
	const refined = operators.concatenate(
		'refined',
		AXIS.channels,
		['output_lips', 'output_left_eye', 'output_right_eye'].map((name) => model.tensor(name))
	);
	const irises = operators.concatenate(
		'irises',
		AXIS.channels,
		['output_left_iris', 'output_right_iris'].map((name) => model.tensor(name))
	);
	const landmarks = operators.concatenate('landmarks', AXIS.width, [
		refineMesh(operators, mesh, refined),
		placeIrises(operators, mesh, irises)
	]);
	const output = operators.reshape('Identity', landmarks, [1, 1, 1, LANDMARK_COUNT * 3]);
	model.addMetadata(METADATA_NAME, writeMetadata(LANDMARK_METADATA));
	return model.finish([output, model.tensor('conv_faceflag')]);
}

/** [1, 1, 468, 3]: mesh × mask + refined points scattered to their places. */
function refineMesh(
	operators: LinearOperators,
	mesh: TensorIndex,
	refined: TensorIndex
): TensorIndex {
	const points = operators.reshape('mesh_points', mesh, [1, 1, MESH_LANDMARK_COUNT, 3]);
	const kept = operators.multiply('mesh_kept', points, unrefinedMask());
	const refinedPoints = operators.reshape('refined_points', refined, [1, 1, REFINED.length, 2]);
	const byCoordinate = operators.swapWidthAndChannels('refined_by_coordinate', refinedPoints);
	const scattered = operators.pointwise('refined_scattered', byCoordinate, scatterWeights());
	const scatteredPoints = operators.swapWidthAndChannels('refined_mesh_points', scattered);
	const withDepth = operators.padChannels('refined_mesh_with_depth', scatteredPoints, 1);
	return operators.add('mesh_refined', kept, withDepth);
}

/** [1, 1, 10, 3]. */
function placeIrises(
	operators: LinearOperators,
	mesh: TensorIndex,
	irises: TensorIndex
): TensorIndex {
	const count = 2 * IRIS_LANDMARK_COUNT;
	const points = operators.reshape('iris_points', irises, [1, 1, count, 2]);
	const depths = operators.pointwise('iris_depths', mesh, irisDepthWeights());
	const depthPoints = operators.reshape('iris_depth_points', depths, [1, 1, count, 1]);
	return operators.concatenate('irises_with_depth', AXIS.channels, [points, depthPoints]);
}

/** 0 for x and y of refined landmarks, 1 for everything else. */
function unrefinedMask(): Float32Array {
	const mask = new Float32Array(MESH_LANDMARK_COUNT * 3).fill(1);
	for (const landmark of REFINED) mask.fill(0, landmark * 3, landmark * 3 + 2);
	return mask;
}

/** Takes the k-th refined landmark to its place in the mesh. */
function scatterWeights(): Matrix {
	const weights = new Matrix(MESH_LANDMARK_COUNT, REFINED.length);
	REFINED.forEach((landmark, k) => weights.set(landmark, k, 1));
	return weights;
}

/** From the flat mesh, the mean z of the eye's contour, for each of the five points of an iris. */
function irisDepthWeights(): Matrix {
	const weights = new Matrix(2 * IRIS_LANDMARK_COUNT, MESH_LANDMARK_COUNT * 3);
	[LEFT_EYE_CONTOUR, RIGHT_EYE_CONTOUR].forEach((contour, side) => {
		for (let point = 0; point < IRIS_LANDMARK_COUNT; point++) {
			for (const landmark of contour) {
				weights.set(side * IRIS_LANDMARK_COUNT + point, landmark * 3 + 2, 1 / contour.length);
			}
		}
	});
	return weights;
}

/** Gate 8 of the skin effects: how new volume catches the light. */
import type { Face } from '../../src/lib/face/index.ts';
import { map, resize } from '../../src/lib/raster/index.ts';
import { isRelit } from '../../src/lib/skin/index.ts';
import { fitLight, relight } from '../../src/lib/skin/light.ts';
import type { SkinPhoto } from '../../src/lib/skin/types.ts';
import { treatment } from '../../src/lib/treatment/index.ts';
import { DepthField } from '../../src/lib/warp/index.ts';
import { reading, type Reading } from '../support/gates.ts';
import { poreRatio, toned } from '../support/skin-figures.ts';
import { endsOf } from './gallery.ts';

/** Log gains below this are not seen. */
const SHADED = 0.002;

/** The volumes that the prototype lit: those of cheek, chin, nose and lip. */
const VOLUMES = ['cheek_malar', 'chin_projection', 'nose_tip_projection', 'lip_lower_volume'];

/** Gate 8: each volume alone at each end of its slider, not scaled back. */
export function lightReadings(was: SkinPhoto, face: Face): readonly Reading[] {
	const light = fitLight(was);
	const { width, height, explained } = light;
	const depth = new DepthField(face, was.grid.box, width, height);
	const found = VOLUMES.flatMap((id) =>
		endsOf(treatment(id)).map((value) => {
			const rise = depth.of({ [id]: { left: value, right: value } }, null, isRelit);
			const change = relight(light, { width, height, data: rise! });
			const gain = resize(change, was.grid.width, was.grid.height);
			const shaded = map(gain, was.masks.feather, (v, f) =>
				Math.abs(v) > SHADED && f > 0.5 ? 1 : 0
			);
			return {
				most: change.data.reduce((most, v) => Math.max(most, Math.abs(v)), 0),
				pores: poreRatio(was, toned(was, [gain, gain, gain]), shaded)
			};
		})
	);
	const pores = found.map((one) => one.pores);
	const worst = pores.reduce((a, b) => (Math.abs(b - 1) > Math.abs(a - 1) ? b : a), 1);
	return [
		reading('light V', Math.max(...found.map(({ most }) => most)), 2, [0, 0.18]),
		reading('light pores', worst, 3, [0.98, 1.02]),
		reading(light.isFitted ? 'light R²' : 'light R², generic', explained, 2, null)
	];
}

/** Which photographs the tests take from which npm packages; all packages are MIT. */
import type { View } from '../../src/lib/face/index.ts';

export type PhotographFile = {
	/** Inside the package. */
	readonly path: string;
	readonly sha256: string;
	readonly expectedView: View;
	readonly notes: string;
};

export type PhotographSource = {
	readonly package: string;
	readonly version: string;
	readonly files: readonly PhotographFile[];
};

export const SOURCES: readonly PhotographSource[] = [
	{
		package: 'soft-ui-design-system',
		version: '1.0.4',
		files: [
			{
				path: 'assets/img/kal-visuals.jpg',
				sha256: '43176c87095cbde3ba577e3f98e32fddcd7b9c7d004505cafb304fe71641ecff',
				expectedView: 'frontal',
				notes: '2.0 px/mm, dark skin, tilted, smiling'
			},
			{
				path: 'assets/img/team-1.jpg',
				sha256: '941425c358be60bb27b7cf8f35fce31664b49519afeb5c595461a63e0fa30d1f',
				expectedView: 'frontal',
				notes: '1.3 px/mm, light skin, tilted'
			},
			{
				path: 'assets/img/ivana-square.jpg',
				sha256: '4f2ca50d3c98b052a9f55c83ba55227b83fd8245cec4512a478688da2933aaf6',
				expectedView: 'frontal',
				notes: '1.9 px/mm, light skin, head bowed and turned by 12°'
			},
			{
				path: 'assets/img/bruce-mars.jpg',
				sha256: '1785e31719d6ea11f2d8dcafc4d9e4ab52527c26961f7d772bff25bbe63363f7',
				expectedView: 'oblique',
				notes: '1.5 px/mm, dark skin, glasses, hand at the temple; 23°, near the limit'
			},
			{
				path: 'assets/img/team-3.jpg',
				sha256: '185e38699008cef30e1324663622eedd546a7ed4a45513ec7c6c9fcbe4708266',
				expectedView: 'oblique',
				notes: '1.3 px/mm, light skin, beard, glasses; 31°'
			},
			{
				path: 'assets/img/marie.jpg',
				sha256: '21329175be171b7448854b73fdd9abedfe88dffcfd0c38087e7466c1fe846dcb',
				expectedView: 'frontal',
				notes: '1.9 px/mm, light skin; three-quarter to the eye, 17° to the landmarker'
			},
			{
				path: 'assets/img/team-2.jpg',
				sha256: 'd149865cd26cff9254c92817f5bef3d9b3951a31330e2a028fff0231a3cf96d3',
				expectedView: 'oblique',
				notes: 'dark skin, sunglasses; near-profile to the eye, 53° to the landmarker'
			},
			{
				path: 'assets/img/team-4.jpg',
				sha256: 'de45d84282a30ca4537b00a395c22efe13f5964bf21666420ac2f0f14e37c5b5',
				expectedView: 'oblique',
				notes: 'light skin; profile to the eye, 56° to the landmarker'
			}
		]
	},
	{
		package: 'argon-design-system-free',
		version: '1.2.0',
		files: [
			{
				path: 'assets/img/faces/ali-pazani.jpg',
				sha256: '659360284e416e007b1ef740b17e95521562bec234ffa38e7acbb7c4b86aa4d0',
				expectedView: 'frontal',
				notes: '2.4 px/mm, wig, dim light'
			},
			{
				path: 'assets/img/faces/team-3.jpg',
				sha256: '487debf851a7fd847c567dd055d05d115b89b6aefa911cff66bce93c1567b9a4',
				expectedView: 'oblique',
				notes: '1.9 px/mm, light skin, fringe; 28°'
			},
			{
				path: 'assets/img/faces/team-4.jpg',
				sha256: '5daffbeaa395365df7105413719cbeda2686fc5c1fcafe353a224016a7cf219d',
				expectedView: 'frontal',
				notes: '1.5 px/mm, hat; three-quarter to the eye, 13° to the landmarker'
			}
		]
	},
	{
		package: 'notus-js',
		version: '1.1.0',
		files: [
			{
				path: 'assets/img/team-4-470x470.png',
				sha256: '6e326d59bba90db697240dd0428d3bf515089c5c41a4666f69e98a80b61348b1',
				expectedView: 'frontal',
				notes: '3.3 px/mm, the largest of all, smiling, fringe over an eye'
			}
		]
	},
	{
		package: 'startbootstrap-agency',
		version: '7.0.12',
		files: [
			{
				path: 'dist/assets/img/team/1.jpg',
				sha256: 'b50e2034c71bc857282472d0f6c72b82536ed85819ab4d2db86b07dc87752e3d',
				expectedView: 'oblique',
				notes: '0.7 px/mm, beard, glasses; 29°'
			},
			{
				path: 'dist/assets/img/team/2.jpg',
				sha256: 'c25a1509d58b94472e36742e02f1c595622d133d589e22e07438812062f5d50c',
				expectedView: 'frontal',
				notes: '0.9 px/mm, hair over the cheeks'
			},
			{
				path: 'dist/assets/img/team/3.jpg',
				sha256: '5070e849bc770daf61606c98ee4922c6f597cfea9fab0335fa8d4aa98acfed83',
				expectedView: 'frontal',
				notes: '1.0 px/mm, beard, glasses, smiling'
			}
		]
	},
	{
		package: 'startbootstrap-landing-page',
		version: '6.0.6',
		files: [
			{
				path: 'dist/assets/img/testimonials-1.jpg',
				sha256: 'a23173fc9c129e4c0f2d3476015bb51d3bc69abf4a1a2d9707ed97186d5705eb',
				expectedView: 'frontal',
				notes: '1.3 px/mm, laughing'
			},
			{
				path: 'dist/assets/img/testimonials-2.jpg',
				sha256: '95010af944505fb020d8e6998c8a5e024c15eb625b9423d48ac58232d3b5b130',
				expectedView: 'frontal',
				notes: '1.4 px/mm, cap, smiling'
			},
			{
				path: 'dist/assets/img/testimonials-3.jpg',
				sha256: '1859352314a9f7d687f294caa8d462f3ff89a5b8908c06cdad60fd108512729f',
				expectedView: 'oblique',
				notes: '1.0 px/mm, looking up; 22°, near the limit'
			}
		]
	},
	{
		package: 'paper-kit-2',
		version: '2.1.0',
		files: [
			{
				path: 'assets/img/faces/ayo-ogunseinde-2.jpg',
				sha256: '5f04576864963f14c74ae44bd4189d3144e85accd0ba50f42f7ef3d859f633e4',
				expectedView: 'frontal',
				notes: '1.1 px/mm, dark skin, beard'
			},
			{
				path: 'assets/img/faces/joe-gardner-2.jpg',
				sha256: '9684e3e64a7dffbd464a9291e29e39481b6354d90cc72963c60f4605321a7df8',
				expectedView: 'frontal',
				notes: '1.0 px/mm, light skin, hat'
			},
			{
				path: 'assets/img/faces/erik-lucatero-2.jpg',
				sha256: 'cfdfc795987fdf6ef0a18d86ceedef72842795bb9ebd372b243dc595f2c88edd',
				expectedView: 'frontal',
				notes: '1.5 px/mm, freckles, head bowed, hard shadow'
			}
		]
	}
];

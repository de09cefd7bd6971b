import { PRODUCT_NAME } from '../../product.ts';
import { RECORD_WORDS } from './records.en.ts';

/** British English. Plain, kind, short; the altered picture is an illustration. */
export const en = {
	...RECORD_WORDS,

	close: 'Close',
	done: 'Done',
	cancel: 'Cancel',
	'try-again': 'Try again',

	'home.title': PRODUCT_NAME,
	'home.lead': 'Show what a treatment could look like, on the patient’s own photograph.',
	'home.continue': 'Continue with the open photo',
	'home.open': 'Open a photo',
	'home.open.hint': 'JPEG, PNG, WebP, AVIF or HEIC',
	'home.camera': 'Use the camera',
	'home.camera.hint': 'Front or rear',
	'home.sample': 'Try a sample face',
	'home.drop': 'You can also drop or paste a photo anywhere.',
	'home.dropping': 'Let go to open the photo',
	'home.private': 'Stays on this device',
	'home.private.more': 'Photos are never uploaded. None is kept unless you say so.',
	'home.illustration':
		'An illustration for discussion. It does not foretell an outcome and is not medical advice.',
	'home.sample.credit':
		'Sample: Rear Admiral Grace Hopper, United States Navy photograph, public domain.',

	'page.home': PRODUCT_NAME,
	'page.studio': `Studio – ${PRODUCT_NAME}`,
	'page.camera': `Camera – ${PRODUCT_NAME}`,
	'page.error': `Not found – ${PRODUCT_NAME}`,
	'error.title': 'There is nothing here',
	'error.what': 'The address may be old or mistyped.',
	'error.home': 'Go to the start',

	'replace.title': 'Open this photo?',
	'replace.about': 'What you did with the open one is not kept.',
	'replace.open': 'Open',
	'replace.keep': 'Keep the open one',

	'problem.pick': 'Choose another photo',

	'step.reading': 'Reading the photo…',
	'step.decoding': 'Opening the photo…',
	'step.encoding': 'Writing the picture…',
	'step.starting': 'Getting ready…',
	'step.downloading': ({ loaded, total }: { loaded: string; total: string }) =>
		`First start: loading ${loaded} of ${total} MB…`,
	'step.finding': 'Finding the face…',
	'step.turning': 'Turning the photo…',
	'step.preparing': 'Preparing the treatments…',

	'studio.title': 'Studio',
	'studio.home': 'Start',
	'studio.picture': 'The photograph. Touch an area of the face to choose a treatment.',
	'studio.controls': 'Treatments',
	'studio.tools': 'Tools',
	'studio.menu': 'More',
	'studio.variants': 'Variant',
	'variant.none': 'None',
	'variant.none.name': 'No treatment: the photograph',
	'variant.name': ({ id }: { id: string }) => `Variant ${id}`,
	'variant.none.hint': '“None” shows the photograph. Choose A, B or C to change it.',

	'label.illustration': 'Illustration – not a promise of outcome',
	'label.illustration.day': 'Illustration on the day – not a promise of outcome',
	'label.illustration.at': ({ time }: { time: string }) =>
		`Illustration at ${time} – not a promise of outcome`,
	/** Nothing is counted and, without a vault, nothing kept. */
	'label.demonstration': ({ label }: { label: string }) => `Demo: ${label}`,
	'label.photograph': 'Photograph',

	'tool.undo': 'Undo',
	'tool.redo': 'Redo',
	'tool.hold': 'Hold for before',
	'tool.hold.short': 'Before',
	'tool.mirror': 'Mirror image',
	'tool.mirror.short': 'Mirror',
	'tool.compare': 'Compare',
	'tool.patient': 'Patient view',
	'tool.patient.short': 'Patient',
	'tool.explain': 'Hold to explain',
	'tool.export': 'Save or share',
	'compare.single': 'Off',
	'compare.wipe': 'Wipe',
	'compare.side-by-side': 'Side by side',
	'compare.blink': 'Blink',
	'compare.blink.turn': 'Show the photograph instead',
	'compare.wipe.handle': 'Wipe between photograph and illustration',
	'compare.wipe.value': ({ share }: { share: number }) => `${share} % photograph`,

	'areas.label': 'Area',
	'areas.common': 'Common',
	'areas.all': 'All treatments',
	'area.lips': 'Lips',
	'area.nose': 'Nose',
	'area.chin': 'Chin',
	'area.jaw': 'Jaw',
	'area.cheeks': 'Cheeks',
	'area.temples': 'Temples',
	'area.folds': 'Folds',
	'area.eyes': 'Eyes',
	'area.brow': 'Brow',
	'area.forehead': 'Forehead',
	'area.neck': 'Neck',
	'area.lift': 'Lift',
	'area.ears': 'Ears',
	'area.lines': 'Lines',
	'area.skin': 'Skin',

	'search.label': 'Search treatments',
	'search.none': 'No treatment has that name.',
	'treatments.label': 'Treatment',
	'treatment.favourite': ({ name }: { name: string }) => `Keep ${name} among the common ones`,
	'treatment.reset.name': ({ name }: { name: string }) => `Reset ${name}`,
	'treatment.reset-all': 'Reset all',
	'treatment.link': 'Move both sides together',
	'treatment.left': 'patient’s left',
	'treatment.right': 'patient’s right',
	'treatment.left.short': 'L',
	'treatment.right.short': 'R',

	'hidden.needs-frontal': 'Needs a photo from the front.',
	'hidden.needs-oblique': 'Needs a photo from about 45°.',
	'hidden.needs-profile': 'Needs the profile tool, which is not here yet.',
	'hidden.needs-outline': 'Waiting for the outline of the person.',
	'hidden.no-outline': 'The outline it needs cannot be seen in this photo.',
	'hidden.no-outline.todo': 'Choose a photo where it stands clear of hair, hat and border.',
	'hidden.needs-skin': 'Waiting for the skin to be read.',
	'hidden.no-skin': 'The skin of this photo could not be read. Open it once more.',
	'hidden.turned-too-far': 'The face is turned too far for this treatment.',
	'hidden.turned-too-far.todo': 'Choose a photo turned less.',
	'faint.short': 'Hardly visible from this side',
	faint: 'Hardly visible from this side: most of the movement is towards the camera.',
	'warning.mouth-open': 'Needs gently closed lips to look right.',
	'warning.glasses': 'Glasses lie here: they may bend with it, or hide it.',
	'warning.hair': 'Hair lies over this area and moves with it.',

	'scaled.cap': ({ names }: { names: string }) => `Held back to what this face allows: ${names}.`,
	'scaled.fold': ({ names }: { names: string }) =>
		`Held back so that the skin does not fold: ${names}.`,

	'scaled.more': ({ names, count }: { names: string; count: number }) =>
		`${names} and ${count} more`,
	'scaled.mark': 'Held back',

	'unit.mm': 'mm',
	'unit.mm/side': 'mm',
	'unit.deg': '°',
	'unit.%': '%',
	'dial.enter': ({ label, value }: { label: string; value: string }) =>
		`${label}: ${value}. Enter a number.`,
	'dial.entry': ({ label, min, max }: { label: string; min: string; max: string }) =>
		`${label}, from ${min} to ${max}`,
	'dial.usual': ({ entry, usual }: { entry: string; usual: string }) => `${entry}, usual ${usual}`,
	'dial.refused': ({ min, max }: { min: string; max: string }) => `From ${min} to ${max}`,
	'dial.announce': ({ label, value }: { label: string; value: string }) => `${label} ${value}`,

	'menu.open': 'Open another photo…',
	'menu.camera': 'Use the camera…',
	'menu.export': 'Save or share…',
	'menu.presets': 'Presets…',
	'menu.readouts': 'Read-outs…',
	'menu.scale': 'Scale…',
	'menu.time': 'Time after treatment…',
	'menu.rotate': 'Rotate by 90°',
	'menu.landmarks': 'Correct landmarks',
	'menu.marks': 'Mark skin',
	'menu.zoom-in': 'Zoom in',
	'menu.zoom-out': 'Zoom out',
	'menu.show-all': 'Show all',
	'menu.left-hand': 'Left-hand mode',
	'menu.light': 'Light surround',
	'menu.keys': 'Keys and gestures…',

	'presets.removed': ({ name }: { name: string }) => `Removed: ${name}.`,
	'presets.title': 'Presets',
	'presets.macros': 'Ready-made',
	'presets.saved': 'Saved on this device',
	'presets.none': 'Nothing saved yet. Set some treatments, then save them here.',
	'presets.save': 'Save these settings',
	'presets.done': 'Saved on this device.',
	'presets.remove.name': ({ name }: { name: string }) => `Remove ${name}`,
	'presets.private': 'Only treatments and numbers are saved, nothing of the patient.',
	'macro.face_lift': 'Face lift',
	'macro.liquid_face_lift': 'Liquid face lift',
	'macro.upper_face_toxin': 'Lines of the upper face',
	'macro.tired_eyes': 'Tired eyes',
	'macro.fresh_skin': 'Fresh skin',
	'macro.lip_balance': 'Lip balance',
	'macro.profile_balance': 'Profile balance',

	'readouts.title': 'Read-outs',
	'readouts.about':
		'What the sliders ask and what the surface in the illustration does. Not a measurement of a real outcome.',
	'readouts.treatment': 'Treatment',
	'readouts.asked': 'Asked',
	'readouts.moved': 'Moves',
	'readouts.empty': 'No treatment is set.',
	'readouts.unseen': 'not visible here',
	'readouts.scale': ({ percent }: { percent: number }) =>
		`Millimetres by the iris ruler: ±${percent} % for one person.`,
	'readouts.scale-pupil': ({ percent }: { percent: number }) =>
		`Millimetres by the known pupil distance: ±${percent} %.`,
	'readouts.photo': 'About this photo',
	'readouts.renderer': 'Drawn by',
	'readouts.renderer.now': ({ name }: { name: string }) => `Now: ${name}`,
	'renderer.auto': 'Automatic',
	'renderer.webgpu': 'WebGPU',
	'renderer.webgl2': 'WebGL 2',
	'renderer.cpu': 'Processor',

	'scale.title': 'Scale',
	'scale.about':
		'Millimetres come from the width of the coloured part of the eye, 11.7 mm in most adults. For one person that is right to about ±10 %.',
	'scale.iris': 'Iris diameter',
	'scale.pupils': 'Known pupil distance',
	'scale.pupils.hint': 'From a glasses prescription, if you have it. It then replaces the iris.',
	'scale.now': ({ distance, percent }: { distance: string; percent: number }) =>
		`Pupil distance by this scale: ${distance} mm ±${percent} %.`,
	'scale.close':
		'The camera was close to the face. What is nearer to it, such as the nose, looks larger.',
	'scale.reset': 'Back to 11.7 mm',
	'scale.invalid': ({ min, max }: { min: number; max: number }) =>
		`Enter a number from ${min} to ${max}.`,

	'time.title': 'Time after treatment',
	'time.about':
		'How much of it showed on average in published groups. One person’s course differs.',
	'time.shown': 'Show',
	'time.as-set': 'As set',
	'time.day': 'On the day',
	'time.weeks': ({ count }: { count: number }) => `${count} weeks`,
	'time.months': ({ count }: { count: number }) => `${count} months`,
	'time.readouts': ({ time }: { time: string }) =>
		`The picture shows another time than was set: ${time}.`,
	'time.sources': 'Where the figures come from',
	'time.source.FILLER':
		'Filler: Davis 2025, Plast Reconstr Surg, doi 10.1097/PRS.0000000000012135. 101 women; of the volume right after injection, 79.2 % was left in cheeks and midface and 37.2 % in the lips at 12 weeks.',
	'time.source.MASS_BR':
		'Jaw slimming: An Bras Dermatol 2014, 10 women; lower third of the face −3.9, −5.3, −12.0 and −5.5 % at 2, 4, 12 and 24 weeks.',
	'time.source.DONATH':
		'Tear trough: Donath 2010, Plast Reconstr Surg; 85 % of the volume left at 14.4 months.',
	'time.source.PRACTICE':
		'Lines: general knowledge, not a study. Nothing on the day, in full after about two weeks; no figure was found for how it fades, so none is shown.',

	'landmarks.title': 'Correct landmarks',
	'landmarks.hint': 'Drag a point that is off. Zoom in for fine work.',
	'landmarks.reset': 'As found',
	'landmark.point': ({ index, x, y }: { index: number; x: number; y: number }) =>
		`Point ${index}, ${x} across, ${y} down`,
	'landmark.FACE_OVAL': 'outline of the face',
	'landmark.LIPS': 'lips',
	'landmark.NOSE': 'nose',
	'landmark.EYE': 'eye',
	'landmark.LID': 'eyelid',
	'landmark.BROW': 'brow',
	'landmark.IRIS': 'iris',
	'landmarks.keyboard':
		'With the photo in focus [ and ] choose a point; arrow keys move it by one pixel, with Shift by ten.',

	'marks.title': 'Mark skin',
	'marks.tool': 'Tool',
	'marks.tool.protect': 'Protect',
	'marks.tool.pigment': 'Even out',
	'marks.tool.erase': 'Erase',
	'marks.tool.folds': 'Folds',
	'marks.hint.protect':
		'Tap a mole or a scar to keep it, or brush over more. The skin there stays as it is.',
	'marks.hint.pigment':
		'Brush over melasma or patchy colour. How much is evened is set by “Brown spots”.',
	'marks.hint.erase': 'Tap a mark to take it away.',
	'marks.hint.folds':
		'Drag a point of a line onto the fold. “Nose-to-mouth fold” and “Marionette line” work along it.',
	'marks.folds.reset': 'As found',
	'marks.folds.point': ({ number, x, y }: { number: number; x: number; y: number }) =>
		`Point ${number}, ${x} across, ${y} down`,
	'marks.keyboard':
		'With the photo in focus the arrow keys move the brush, with Shift further; Space uses it.',
	'marks.brush': 'Brush',
	'marks.brush.mm': ({ mm }: { mm: number }) => `${mm} mm`,
	'marks.brush.name': ({ mm }: { mm: number }) => `Brush ${mm} mm across`,
	'marks.clear': 'Clear all',
	'marks.place': ({ x, y }: { x: number; y: number }) => `${x} across, ${y} down`,
	'marks.count': ({ count }: { count: number }) => (count === 1 ? '1 mark' : `${count} marks`),

	'export.title': 'Save or share',
	'export.what': 'Picture',
	'export.before': 'Before',
	'export.after': 'After',
	'export.pair': 'Side by side',
	'export.format': 'Format',
	'export.label': 'Label in the picture',
	'export.label.about': 'Always there. It says what the picture is and when it was made.',
	'export.file': 'File name',
	'export.save': 'Save',
	'export.share': 'Share',
	'export.saved': 'Saved to your downloads.',
	'export.shared': 'Shared.',
	'export.nothing': 'No treatment is set, so there is only the photograph to save.',
	'export.metadata': 'Location, camera and names are removed.',

	'patient.picture': 'The picture',
	'patient.return': 'Back to the studio',
	'patient.hint': 'Press and hold the corner mark to go back',
	'patient.again': 'Once more to go back to the studio',
	'patient.entered': 'Patient view. Press Escape twice to go back.',

	'faces.title': 'Which face?',
	'faces.about': 'Touch the face that you want to work on.',
	'faces.face': ({ number }: { number: number }) => `Face ${number}`,

	'camera.title': 'Camera',
	'camera.take': 'Take the photo',
	'camera.switch': 'Switch camera',
	'camera.torch': 'Light',
	'camera.guide': 'About 1.5 m away, face relaxed, light from the front.',
	'camera.mirrored': 'The preview is mirrored; the photo is not.',
	'camera.preview': 'Camera preview',
	'camera.private': 'Stays on this device',

	'keys.title': 'Keys and gestures',
	'keys.gestures': 'Gestures',
	'keys.keys': 'Keys',
	'keys.single': 'Single-letter keys',
	'keys.single.about': 'Turn off if another tool on this device uses them.',
	'keys.on': 'On',
	'keys.off': 'Off',

	'notice.renderer': 'The picture continues with another graphics method.',
	'notice.renderer-refused': 'That graphics method does not work here. The best one is used.',
	'notice.segmentation':
		'The outline of the person was not found: the background may move a little.',
	'notice.skin': 'The skin could not be read: treatments of lines and skin are not available.',
	'notice.turned': 'The photo was turned so that the face is upright.',
	'notice.turn-back': 'Turn back',
	'notice.licence': 'No new illustration can begin for now. Settings say what the licence needs.',
	'notice.dismiss': 'Dismiss'
} as const;

export type KeyRow = { readonly keys: readonly string[]; readonly what: string };

export const GESTURES: readonly KeyRow[] = [
	{ keys: ['Touch the face'], what: 'Choose the area' },
	{ keys: ['Press and hold'], what: 'See the photograph' },
	{ keys: ['Pinch', 'Wheel'], what: 'Zoom' },
	{ keys: ['Double tap'], what: 'Zoom in or show all' },
	{ keys: ['Double tap and drag'], what: 'Zoom with one finger' },
	{ keys: ['Drag'], what: 'Move the zoomed picture' },
	{ keys: ['Two-finger tap'], what: 'Undo' },
	{ keys: ['Three-finger tap'], what: 'Redo' },
	{ keys: ['Swipe under the dial'], what: 'Next treatment' },
	{ keys: ['Press and hold the corner mark', 'Esc Esc'], what: 'Leave patient view' }
];

export const KEYS: readonly KeyRow[] = [
	{ keys: ['Space'], what: 'Hold for before' },
	{ keys: ['Ctrl Z', 'Ctrl Shift Z'], what: 'Undo, redo' },
	{ keys: ['1', '2', '3', '0'], what: 'Variant A, B, C, none' },
	{ keys: ['[', ']'], what: 'Previous, next treatment' },
	{ keys: ['W', 'S', 'B'], what: 'Wipe, side by side, blink' },
	{ keys: ['M'], what: 'Mirror image' },
	{ keys: ['R', 'Shift R'], what: 'Rotate right, left' },
	{ keys: ['E'], what: 'Hold to explain' },
	{ keys: ['+', '−', 'F'], what: 'Zoom in, out, show all' },
	{ keys: ['Arrows'], what: 'Move the picture, when it has the focus' },
	{ keys: ['P'], what: 'Patient view' },
	{ keys: ['L'], what: 'Correct landmarks' },
	{ keys: ['K'], what: 'Mark skin' },
	{ keys: ['X'], what: 'Save or share' },
	{ keys: ['O'], what: 'Open another photo' },
	{ keys: ['/'], what: 'Search' },
	{ keys: ['?'], what: 'This list' }
];

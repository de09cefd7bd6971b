import type { Translation } from './translation.ts';

export const treatments: Translation['treatments'] = {
	lip_upper_volume: { name: 'Volumen der Oberlippe', about: 'Ein vollerer Körper der Oberlippe.' },
	lip_lower_volume: {
		name: 'Volumen der Unterlippe',
		about: 'Ein vollerer Körper der Unterlippe.'
	},
	lip_upper_vermilion: {
		name: 'Höhe der Oberlippe',
		about: 'Mehr oder weniger Lippenrot der Oberlippe.'
	},
	lip_lower_vermilion: {
		name: 'Höhe der Unterlippe',
		about: 'Mehr oder weniger Lippenrot der Unterlippe.'
	},
	lip_cupids_bow: { name: 'Amorbogen', about: 'Schärfere oder weichere Spitzen in der Mitte.' },
	lip_corner_lift: { name: 'Mundwinkel', about: 'Hebt oder senkt die Mundwinkel.' },
	lip_lift_philtrum: {
		name: 'Lippenlifting',
		about: 'Verkürzt die Haut zwischen Nase und Oberlippe.'
	},
	lip_width: { name: 'Mundbreite', about: 'Breiter oder schmaler von Winkel zu Winkel.' },
	nose_dorsum_hump: {
		name: 'Nasenrückenprofil',
		about: 'Senkt den Nasenrücken oder baut ihn auf.'
	},
	nose_radix: { name: 'Nasenwurzel', about: 'Höhe, in der die Nase in die Stirn übergeht.' },
	nose_tip_rotation: {
		name: 'Rotation der Nasenspitze',
		about: 'Dreht die Nasenspitze nach oben oder unten.'
	},
	nose_tip_projection: {
		name: 'Projektion der Nasenspitze',
		about: 'Wie weit die Spitze nach vorn steht.'
	},
	nose_tip_width: { name: 'Breite der Nasenspitze', about: 'Eine feinere oder breitere Spitze.' },
	nose_alar_base: {
		name: 'Breite der Nasenbasis',
		about: 'Verschmälert oder verbreitert die Basis der Nase.'
	},
	nose_bridge_width: {
		name: 'Breite des Nasenrückens',
		about: 'Ein schmalerer oder breiterer Nasenrücken.'
	},
	nose_length: { name: 'Nasenlänge', about: 'Kürzer oder länger von der Wurzel zur Spitze.' },
	nose_deviation: {
		name: 'Begradigung der Nase',
		about: 'Rückt die Linie der Nase zur Mitte.'
	},
	chin_projection: { name: 'Kinnprojektion', about: 'Bringt das Kinn nach vorn oder zurück.' },
	chin_height: { name: 'Kinnhöhe', about: 'Ein längeres oder kürzeres Kinn.' },
	chin_width: { name: 'Kinnbreite', about: 'Ein breiteres oder schmaleres Kinn.' },
	chin_midline: { name: 'Kinnmitte', about: 'Rückt das Kinn nach links oder rechts.' },
	chin_labiomental_fold: {
		name: 'Kinnfurche',
		about: 'Mildert die Furche unter der Unterlippe.'
	},
	jaw_masseter: {
		name: 'Kieferverschmälerung',
		about: 'Ein schmaleres Untergesicht am Kaumuskel.'
	},
	jaw_angle_filler: { name: 'Kieferwinkel', about: 'Ein klarer gezeichneter Kieferwinkel.' },
	jaw_jowl_lift: { name: 'Hängebäckchen', about: 'Eine geradere Linie entlang des Kiefers.' },
	jaw_prejowl: { name: 'Prejowl-Mulde', about: 'Füllt die Mulde neben dem Kinn.' },
	cheek_malar: { name: 'Wangenprojektion', about: 'Eine vollere, höhere Wange.' },
	cheek_submalar: {
		name: 'Wangenverschmälerung',
		about: 'Schmaler oder voller unter dem Wangenknochen.'
	},
	midface_lift: { name: 'Mittelgesichtslifting', about: 'Hebt die Mitte der Wange.' },
	zygoma_width: {
		name: 'Breite der Wangenknochen',
		about: 'Schmaler oder breiter an den Wangenknochen.'
	},
	temple_fill: { name: 'Schläfenmulde', about: 'Füllt die Mulde neben der Braue.' },
	fold_nasolabial: { name: 'Nasolabialfalte', about: 'Mildert die Furche neben der Nase.' },
	fold_marionette: {
		name: 'Marionettenfalte',
		about: 'Mildert die Linie unter dem Mundwinkel.'
	},
	tear_trough: { name: 'Tränenrinne', about: 'Mildert die Rinne unter dem Auge.' },
	lower_lid_bag: { name: 'Tränensack', about: 'Flacht die Fülle unter dem Auge ab.' },
	upper_lid_fold: { name: 'Oberlidhaut', about: 'Zeigt mehr vom Oberlid.' },
	upper_lid_ptosis: { name: 'Oberlidhöhe', about: 'Öffnet oder senkt das Oberlid.' },
	canthal_tilt: {
		name: 'Äußerer Augenwinkel',
		about: 'Hebt oder senkt den äußeren Augenwinkel.'
	},
	brow_lift: { name: 'Brauenlifting', about: 'Hebt oder senkt die ganze Braue.' },
	brow_lift_lateral: {
		name: 'Äußeres Brauenlifting',
		about: 'Hebt die äußere Hälfte der Braue.'
	},
	brow_medial: { name: 'Innere Braue', about: 'Hebt oder senkt das innere Ende der Braue.' },
	hairline_lowering: { name: 'Haaransatz', about: 'Bringt den Haaransatz nach vorn.' },
	forehead_contour: { name: 'Stirnkontur', about: 'Eine rundere oder flachere Stirn.' },
	brow_bone: { name: 'Brauenwulst', about: 'Setzt den Knochen über den Augen zurück.' },
	neck_angle: { name: 'Halswinkel', about: 'Eine klarere Linie unter dem Kinn.' },
	face_lift: { name: 'Facelift', about: 'Hebt Wangen und Kieferlinie gemeinsam.' },
	ear_setback: { name: 'Ohrstellung', about: 'Bringt die Ohren näher an den Kopf.' },
	lines_forehead: { name: 'Stirnfalten', about: 'Mildert die Querfalten der Stirn.' },
	lines_glabella: { name: 'Zornesfalten', about: 'Mildert die Falten zwischen den Brauen.' },
	lines_crows_feet: {
		name: 'Krähenfüße',
		about: 'Mildert die Fältchen neben und unter den Augen.'
	},
	lines_bunny: { name: 'Bunny Lines', about: 'Mildert die Fältchen an den Seiten der Nase.' },
	lines_perioral: {
		name: 'Lippenfältchen',
		about: 'Mildert die feinen senkrechten Fältchen; der Unterschied ist gering.'
	},
	lines_chin: { name: 'Kinngrübchen', about: 'Glättet ein gekräuseltes Kinn.' },
	lines_neck: { name: 'Halsfalten', about: 'Mildert die Querfalten am Hals.' },
	skin_pigment: {
		name: 'Braune Flecken',
		about: 'Hellt braune Flecken und Sommersprossen auf; die Haut darum bleibt.'
	},
	skin_redness: {
		name: 'Rötung',
		about: 'Gleicht gerötete Stellen aus; ein überall rotes Gesicht bleibt so.'
	},
	skin_blemish: { name: 'Unreinheiten', about: 'Blasst rote Unreinheiten ab.' },
	skin_scars: { name: 'Unebene Haut', about: 'Mildert flache Dellen der Wangen.' },
	skin_texture: { name: 'Poren', about: 'Macht Poren feiner; die Haut behält ihre Struktur.' },
	skin_shine: { name: 'Glanz', about: 'Nimmt Glanz zurück, wo Licht sich spiegelt.' },
	under_eye_dark: { name: 'Augenringe', about: 'Hellt die Haut unter den Augen auf.' },
	teeth_shade: { name: 'Zahnfarbe', about: 'Hellt sichtbare Zähne auf.' }
};

export const lines: Translation['lines'] = {
	lines_forehead: {
		rest: 'Mildert die Querfalten der Stirn in Ruhe.',
		made: 'Mildert die Falten, die beim Heben der Brauen entstehen.',
		towards: 'Mildert die Falten. Die Brauen bewegen sich zum Foto in Ruhe hin.',
		alone: 'Mildert die Falten. Mit einem Foto in Ruhe zeigt es mehr.'
	},
	lines_glabella: {
		rest: 'Mildert die Falten zwischen den Brauen in Ruhe.',
		made: 'Mildert die Falten, die beim Stirnrunzeln entstehen.',
		towards: 'Mildert die Falten. Die Brauen bewegen sich zum Foto in Ruhe hin.',
		alone: 'Mildert die Falten. Mit einem Foto in Ruhe zeigt es mehr.'
	},
	lines_crows_feet: {
		rest: 'Mildert die Fältchen neben und unter den Augen in Ruhe.',
		made: 'Mildert die Fältchen, die beim Lächeln neben und unter den Augen entstehen.',
		towards: 'Mildert die Fältchen. Die Haut bewegt sich zum Foto in Ruhe hin.',
		alone: 'Mildert die Fältchen. Mit einem Foto in Ruhe zeigt es mehr.'
	},
	lines_bunny: {
		rest: 'Mildert die Fältchen an den Seiten der Nase in Ruhe.',
		made: 'Mildert die Fältchen, die beim Lächeln an den Seiten der Nase entstehen.',
		towards: 'Mildert die Fältchen. Die Haut bewegt sich zum Foto in Ruhe hin.',
		alone: 'Mildert die Fältchen. Mit einem Foto in Ruhe zeigt es mehr.'
	}
};

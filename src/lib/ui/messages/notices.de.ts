import type { Translation } from './translation.ts';

export const warnings: Translation['warnings'] = {
	'too-small': 'Das Gesicht ist auf diesem Foto klein: Feine Einzelheiten werden grob.',
	'cut-by-border':
		'Das Gesicht berührt den Bildrand: Behandlungen dort können abgeschnitten wirken.',
	'eyes-closed': 'Die Augen wirken halb geschlossen: Millimeter können falsch sein.',
	'mouth-open': 'Der Mund ist offen: Lippenbehandlungen sind weniger verlässlich.',
	expression: 'Das Gesicht ist nicht entspannt: Manche Behandlungen können anders aussehen.',
	'turned-too-far': 'Das Gesicht ist gedreht: Manche Behandlungen lassen sich nicht zeigen.',
	blurred: 'Das Foto ist etwas unscharf.',
	'camera-close': 'Die Kamera war nah: Die Nase wirkt größer, als sie ist.'
};

export const notices: Translation['notices'] = {
	'first-frame-only': 'Dieses Bild bewegt sich: Gezeigt wird das erste Einzelbild.',
	'scaled-down': 'Das Foto wurde zum Arbeiten auf 12 Megapixel verkleinert.'
};

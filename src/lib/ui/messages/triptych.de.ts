import type { Translation } from './translation.ts';

export const triptych: Translation['triptych'] = {
	title: 'Drei Stärken',
	close: 'Zurück zu einem Bild',
	cautious: 'Weniger: 60 %',
	planned: 'Wie geplant',
	upper: 'Mehr: 140 %, soweit der Bereich reicht',
	about: ({ percent }) =>
		`Millimeter auf diesem Foto, durch den Maßstab um ${percent} % ungenau. Wie eine Behandlung ausfällt, ist von Mensch zu Mensch verschieden.`
};

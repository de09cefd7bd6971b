import type { Translation } from './translation.ts';

export const rules: Translation['rules'] = {
	region: 'Wo die Praxis arbeitet',
	'region.none': 'Noch nicht gesagt',
	'region.england': 'England',
	'region.elsewhere': 'Anderswo',
	'region.unsaid': 'Bis Sie sagen, wo, gilt die Regel Englands.',
	'region.follows':
		'Die Regel darunter folgt dem Ort, wenn Sie ihn wählen; danach können Sie sie ändern.',
	'rule.differs':
		'In England ist das strafbar, außer auf Anordnung eines Arztes oder einer anderen zugelassenen Person.',

	gp: 'Hausarztpraxis',
	'gp.name': 'Name der Hausärztin oder des Hausarztes',
	'gp.practice': 'Praxis',
	'gp.address': 'Anschrift der Praxis',
	'gp.told': 'Die Hausarztpraxis erfährt von Behandlungen, sofern der Patient nicht widerspricht.',
	'gp.untold':
		'Dem Patienten zu sagen: Eine Hausarztpraxis, die nichts erfährt, verschreibt vielleicht etwas, das sich mit der Behandlung nicht verträgt, oder sucht die Ursache späterer Beschwerden an anderer Stelle.',
	'gp.is-told': 'wird informiert',
	'gp.is-not-told': 'wird nicht informiert',
	'gp.use': 'Hausarztpraxis einsetzen',
	'gp.not-told': 'Nach der Karte wird die Hausarztpraxis nicht informiert.'
};

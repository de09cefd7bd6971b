import type { Translation } from './translation.ts';

export const starts: Translation['starts'] = {
	toxin: {
		title: 'Botulinumtoxin zur Milderung von Falten',
		about:
			'Eine kleine Menge Botulinumtoxin wird mit einer feinen Nadel in ausgewählte Muskeln gegeben, damit sie sich weniger bewegen. Die Wirkung beginnt nach einigen Tagen, ist nach etwa zwei Wochen voll da und lässt in drei bis vier Monaten nach.\n\nFalten, die auch im entspannten Gesicht bleiben, werden vielleicht nur zum Teil milder. Andere Wege sind, nichts zu tun, Hautpflege oder andere Behandlungen; Ihre Behandlerin oder Ihr Behandler erklärt sie Ihnen.\n\nSagen Sie, wenn Sie schwanger sind oder sein könnten, stillen, eine Krankheit von Nerven oder Muskeln haben oder blutverdünnende Medikamente nehmen.',
		risks: [
			'Blutergüsse, Schwellung, Rötung oder Druckschmerz an den Einstichen, für einige Tage.',
			'Kopfschmerzen oder ein Gefühl wie bei einer leichten Grippe, für einige Tage.',
			'Ein hängendes Lid, eine hängende Braue oder ein ungleiches Aussehen, für Wochen; es lässt nach.',
			'Weniger Wirkung als erhofft oder keine, auch nach einer weiteren Behandlung.',
			'Selten eine allergische Reaktion oder Schwäche anderswo im Körper, mit Mühe beim Schlucken, Sprechen oder Atmen: Dann brauchen Sie sofort Hilfe.'
		],
		aftercare:
			'Reiben und drücken Sie heute die behandelten Stellen nicht.\nBleiben Sie vier Stunden aufrecht, und lassen Sie heute Sport, Sauna und Alkohol weg.\nRufen Sie die Praxis an, wenn ein Lid hängt, und gehen Sie bei Mühe mit dem Schlucken oder Atmen sofort in eine Notaufnahme.',
		reflectionDays: 0
	},
	filler: {
		title: 'Filler mit Hyaluronsäure',
		about:
			'Ein Gel wird mit einer Nadel oder stumpfen Kanüle unter die Haut gebracht, um Volumen zu geben oder eine Furche zu mildern. Es ist sofort zu sehen, setzt sich in etwa zwei Wochen und wird vom Körper über Monate abgebaut.\n\nDas Gel lässt sich auflösen, wenn es nötig ist. Andere Wege sind, nichts zu tun, oder andere Behandlungen; Ihre Behandlerin oder Ihr Behandler erklärt sie Ihnen.\n\nSagen Sie, wenn Sie Allergien, frühere Filler, Lippenherpes, eine geplante Zahnbehandlung oder eine Schwangerschaft haben oder blutverdünnende Medikamente nehmen.',
		risks: [
			'Blutergüsse, Schwellung, Rötung oder Druckschmerz, für Tage bis zwei Wochen.',
			'Ein ungleiches Aussehen, Knoten, oder ein Filler, der zu tasten ist oder wandert.',
			'Infektion, oder Lippenherpes, der wiederkommt.',
			'Eine späte Reaktion mit Schwellung oder harten Knoten, auch nach Monaten.',
			'Selten ein verschlossenes Blutgefäß, das die Haut schädigen kann; sehr selten Verlust der Sehkraft oder ein Schlaganfall. Dann brauchen Sie sofort Hilfe.'
		],
		aftercare:
			'Drücken und massieren Sie die behandelten Stellen nicht, außer es wurde Ihnen gesagt.\nLassen Sie Make-up zwölf Stunden weg, Sport, Sauna und Zahnbehandlungen einige Tage.\nRufen Sie die Praxis sofort an bei starkem oder zunehmendem Schmerz, bei Haut, die weiß, blau oder fleckig wird, oder bei jeder Veränderung des Sehens; außerhalb der Sprechzeiten gehen Sie in eine Notaufnahme.',
		reflectionDays: 0
	},
	thread: {
		title: 'Lifting mit Fäden',
		about:
			'Fäden, die der Körper abbaut, werden unter die Haut gelegt und halten sie etwas höher. Das geschieht unter örtlicher Betäubung. Die Haut kann einige Wochen gespannt aussehen; die Wirkung lässt über Monate nach.\n\nAndere Wege sind, nichts zu tun, andere Behandlungen oder eine Operation; Ihre Behandlerin oder Ihr Behandler erklärt sie Ihnen.',
		risks: [
			'Blutergüsse, Schwellung und Druckschmerz, bis zu einigen Wochen.',
			'Dellen, Falten oder ein ungleiches Aussehen, die vielleicht berichtigt werden müssen.',
			'Ein Faden, der zu sehen oder zu tasten ist, wandert oder durch die Haut tritt.',
			'Infektion, die vielleicht Antibiotika oder das Entfernen eines Fadens braucht.',
			'Selten die Verletzung eines Nervs, mit Schwäche oder Taubheit, oder einer Drüse oder eines Gefäßes.'
		],
		aftercare:
			'Schlafen Sie einige Nächte auf dem Rücken, und öffnen Sie den Mund zwei Wochen lang so wenig weit wie möglich.\nLassen Sie Sport, Zahnbehandlungen und Gesichtsmassage drei Wochen weg.\nRufen Sie die Praxis an bei zunehmendem Schmerz, Rötung, Fieber oder einem sichtbaren Faden.',
		reflectionDays: 2
	},
	skin: {
		title: 'Behandlung der Haut: Laser, Peeling oder Needling',
		about:
			'Die äußere Haut wird mit Licht, Wärme, Säure oder feinen Nadeln behandelt, damit sie sich erneuert. Mehrere Sitzungen können nötig sein. Die Haut ist eine Zeit lang empfindlich und muss vor der Sonne geschützt werden.\n\nAndere Wege sind, nichts zu tun, Hautpflege oder andere Behandlungen; Ihre Behandlerin oder Ihr Behandler erklärt sie Ihnen.\n\nSagen Sie, wenn Sie Lippenherpes, Bräune oder wuchernde Narben haben, und welche Medikamente Sie nehmen, vor allem Isotretinoin.',
		risks: [
			'Rötung, Schwellung, Brennen, Trockenheit oder Schälen, für Tage bis Wochen.',
			'Dunklere oder hellere Haut, für Monate oder für immer; öfter bei dunkler oder gebräunter Haut.',
			'Infektion, oder Lippenherpes, der wiederkommt.',
			'Blasen, Verbrennungen oder Narben.',
			'Weniger Wirkung als erhofft, oder keine.'
		],
		aftercare:
			'Schützen Sie die Haut mindestens vier Wochen vor der Sonne, mit Lichtschutzfaktor 50.\nKratzen Sie nicht, und ziehen Sie keine Haut ab.\nRufen Sie die Praxis an bei Blasen, Eiter, Fieber oder zunehmendem Schmerz.',
		reflectionDays: 0
	},
	surgery: {
		title: 'Überweisung zu einer Operation',
		about:
			'Was Sie sich wünschen, braucht vielleicht eine Operation. Die Chirurgin oder der Chirurg, die sie vornehmen würden, sehen Sie, erklären sie und ihre Risiken und holen Ihre Einwilligung selbst ein. Dieser Text ist für die Überweisung und zum Überlegen.\n\nNichts zu tun und Behandlungen ohne Operation bleiben Ihnen jederzeit offen.',
		risks: [
			'Jede Operation hat Risiken: durch die Betäubung, Blutung, Infektion, Gerinnsel, Narben und langsame Heilung.',
			'Ein anderer Ausgang als erhofft, und dass eine weitere Operation nötig wird.',
			'Was Sie uns sagen und Ihre Fotos gehen an die Chirurgin oder den Chirurgen, soweit Sie zustimmen.'
		],
		aftercare:
			'Nehmen Sie sich Zeit, und schreiben Sie auf, was Sie fragen möchten.\nSie können es sich jederzeit anders überlegen und müssen keinen Grund nennen.',
		reflectionDays: 14
	}
};

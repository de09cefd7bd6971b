import { PRODUCT_NAME } from '../../product.ts';
import type { Translation } from './translation.ts';

export const publicPages: Translation['publicPages'] = {
	'page.about': `${PRODUCT_NAME} – erst ansehen, gemeinsam`,
	'page.how': `Wie es geht – ${PRODUCT_NAME}`,
	'page.clinics': `Für Praxen – ${PRODUCT_NAME}`,
	'page.demo': `Um eine Vorführung bitten – ${PRODUCT_NAME}`,
	'page.contact': `Kontakt – ${PRODUCT_NAME}`,
	'page.support': `Hilfe – ${PRODUCT_NAME}`,
	'page.privacy': `Datenschutz – ${PRODUCT_NAME}`,
	'page.terms': `Nutzungsbedingungen – ${PRODUCT_NAME}`,
	'page.cookies': `Cookie-Einstellungen – ${PRODUCT_NAME}`,

	'nav.label': 'Seiten',
	'nav.footer': 'Über diese Seiten',
	'nav.skip': 'Zum Inhalt',
	'nav.about': `Über ${PRODUCT_NAME}`,
	'nav.how': 'Wie es geht',
	'nav.clinics': 'Für Praxen',
	'nav.demo': 'Vorführung',
	'nav.contact': 'Kontakt',
	'nav.support': 'Hilfe',
	'nav.privacy': 'Datenschutz',
	'nav.terms': 'Nutzungsbedingungen',
	'nav.cookies': 'Cookie-Einstellungen',
	'nav.app': 'App öffnen',
	language: 'Sprache',
	'footer.about':
		'Kein Dritter hat Anteil an diesen Seiten, und nichts wird gespeichert, bevor Sie es erlauben.',
	'look.label': 'Darstellung',
	'look.auto': 'Wie das Gerät',
	'look.light': 'Hell',
	'look.dark': 'Dunkel',

	'about.title': 'Erst ansehen, gemeinsam.',
	'about.lead':
		'Zeigen Sie im Gespräch am eigenen Foto des Patienten, wie eine Behandlung aussehen könnte. Das Bild folgt Ihrem Finger, und es verlässt das Gerät nie.',
	'about.try': 'Mit dem Beispielgesicht ausprobieren',
	'about.try.hint': 'Kein Konto, nichts zu installieren.',
	'about.demo': 'Um eine Vorführung bitten',
	'about.picture':
		'Das Studio, hier auf Englisch: ein Porträt, sein Etikett „Illustration“, eine Liste von Behandlungen und ein Regler in Millimetern.',
	'about.credit':
		'Beispielgesicht: Konteradmiralin Grace Hopper, offizielles Porträt, United States Navy, gemeinfrei; gezeigt als Veranschaulichung.',
	'about.points': 'Wofür es da ist',
	'about.point.talk': 'Für das Gespräch',
	'about.point.talk.what':
		'Berühren Sie eine Stelle, bewegen Sie einen Regler, und halten Sie, um das Foto zu sehen, wie es war. Zwei oder drei Varianten liegen nebeneinander, eine davon immer ohne Behandlung.',
	'about.point.numbers': 'In Millimetern',
	'about.point.numbers.what':
		'Jeder Regler hat eine Einheit und eine Grenze. Was Sie einstellen, lässt sich lesen, mit dem Besuch aufbewahren und genau so wieder öffnen.',
	'about.point.record': 'Mit der Akte',
	'about.point.record.what':
		'Einwilligung, Anamnese, Standardansichten, Plan, Unterschrift und ein Bericht zum Mitnehmen, in einem Besuch. Alles geht auch ohne Netz.',
	'about.limits': 'Was es nicht tut',
	'about.limits.about':
		'Wir sagen es lieber hier, als dass Sie es im Behandlungsraum herausfinden.',
	'about.limit.promise':
		'Es zeigt eine Veranschaulichung, kein Versprechen. Wie jemand heilt, weiß kein Bild; jedes sagt das in seinem Etikett.',
	'about.limit.scale':
		'Millimeter kommen aus der Größe der Iris. Sie stimmen auf etwa ein Zehntel und werden nicht gezeigt, wo das Foto sie nicht erlaubt.',
	'about.limit.profile':
		'Ein Profil lässt sich aufnehmen, aufbewahren und bezeichnen. Behandlungen werden bis etwa 55° von vorn veranschaulicht.',
	'about.limit.advice':
		'Es stellt keine Diagnose, schlägt keine Dosis vor und bewertet kein Gesicht. Sie entscheiden, und Einheiten und Chargen tippen Sie selbst ein.',
	'about.limit.minors':
		'Behandlungen mit Injektionen werden an Menschen unter 18 nicht veranschaulicht, wo die Altersregel der Praxis an ist, wie zu Anfang.',
	'about.proof': 'Fotos bleiben auf dem Gerät',
	'about.proof.what':
		'Es gibt nichts, wohin eines gesendet werden könnte: Unser Server hat kein Feld für eine Datei und nimmt nichts an, was länger ist als 256 Kilobyte. Alles, was ein Foto berührt, geschieht in Ihrem Browser.',
	'about.proof.check':
		'Sie können es selbst prüfen: Laden Sie die App einmal, schalten Sie das Netz aus, und arbeiten Sie wie sonst. Wie wir es bei jeder Änderung prüfen, steht unter „Wie es geht“.',
	'about.proof.more': 'Wie es geht',

	'how.title': 'Wie es geht',
	'how.lead':
		'Vom Foto bis zum Bericht, den der Patient mit nach Hause nimmt, auf einem einzigen Tablet.',
	'how.steps': 'Eine Beratung',
	'how.step.1': 'Der Patient willigt ein',
	'how.step.1.what':
		'Von niemandem öffnet sich ein Foto, bevor festgehalten ist, dass eingewilligt wurde. Dabei wird auch nach dem Alter gefragt.',
	'how.step.2': 'Sie nehmen die Ansichten auf',
	'how.step.2.what':
		'Die Kamera sagt, wann Haltung, Licht und Abstand stimmen. Ein Foto aus einer Datei wird ebenso geprüft.',
	'how.step.3': 'Sie zeigen es',
	'how.step.3.what':
		'478 Punkte werden im Gesicht gefunden, auf dem Gerät. Jede Behandlung bewegt oder glättet, was sie würde, in Grenzen; Hintergrund, Ohren und Brille bleiben.',
	'how.step.4': 'Sie planen und lassen unterschreiben',
	'how.step.4.what':
		'Punkte, Flächen, Produkte und Chargen werden auf dasselbe Gesicht gezeichnet. Was unterschrieben ist, ist an das gebunden, was gezeigt wurde.',
	'how.step.5': 'Der Patient nimmt es mit',
	'how.step.5.what':
		'Der Bericht ist eine Datei, die Bildschirmleser lesen können. Sie geben ihn heraus; wir haben ihn nie.',
	'how.data': 'Was wo liegt',
	'how.data.device': 'Auf Ihrem Gerät',
	'how.data.device.what':
		'Fotos, Veranschaulichungen, Akten, Einwilligungen, Unterschriften und ihr Protokoll. Verschlüsselt, mit Schlüsseln, die aus Ihrer Passphrase folgen; wir haben weder diese noch jene.',
	'how.data.server': 'Auf unserem Server',
	'how.data.server.what':
		'Das Konto Ihrer Praxis: Team, Geräte, Lizenz, die Zahl der Besuche, Rechnungen. Wo eine Praxis es will, auch Anfragen, die nur ihre eigenen Geräte öffnen können.',
	'how.data.nobody': 'Nirgends',
	'how.data.nobody.what':
		'Ein Foto in einer Cloud, ein Gesicht, das mit anderen verglichen wird, ein Bild vom Dienst eines anderen, eine Kennung für Werbung.',
	'how.proof': 'Wie wir es nachweisen',
	'how.proof.about':
		'Ein Versprechen ist wenig wert. Bei jeder Änderung durchläuft die fertige App dies, und das Blatt, das dabei gedruckt wird, können Sie haben.',
	'how.proof.offline': 'Eine ganze Beratung, wo es gar kein Netz gibt, dreimal hintereinander.',
	'how.proof.log':
		'Ein Protokoll jedes Bytes, das der Browser dem Netz gibt. Jede Anfrage muss auf einer kurzen Liste im Code stehen.',
	'how.proof.noise':
		'Wörter und Bildpunkte, die sonst nirgends stehen, werden in allem gesucht, was gesendet wurde, in jeder üblichen Schreibweise.',
	'how.proof.leaks':
		'Die App wird absichtlich undicht gemacht, auf gut vierzig Arten. Jede muss gefunden werden, sonst ist der Nachweis blind.',
	'how.trust': 'Worauf Sie weiter vertrauen müssen',
	'how.trust.what':
		'Wie jede Web-App wird sie von jemandem ausgeliefert, und wer sie ausliefert, könnte eine andere ausliefern. Der Hash jeder Version steht auf dem Gerät, sie wird erst ersetzt, wenn Sie die nächste annehmen, und eine Praxis kann die App selbst ausliefern.',

	'clinics.title': 'Für Praxen',
	'clinics.lead':
		'Eine Lizenz für die Praxis, so viele Veranschaulichungen, wie Sie mögen, und Unterlagen, die sagen, was wirklich geschieht.',
	'clinics.start': 'Wie Sie anfangen',
	'clinics.start.1':
		'Melden Sie sich mit Ihrer beruflichen Zulassung an; ein Mensch prüft die Anmeldung.',
	'clinics.start.2':
		'Laden Sie Ihr Team ein, und geben Sie jedes Gerät frei, indem Sie einen Code vergleichen.',
	'clinics.start.3':
		'Legen Sie fest, wie lange Akten und Anfragen aufbewahrt werden. Das ist Ihre Weisung an uns.',
	'clinics.start.4':
		'Drucken Sie die Datenschutzhinweise und die anderen Unterlagen aus Ihren eigenen Einstellungen.',
	'clinics.papers': 'Unterlagen, die zur App stimmen',
	'clinics.papers.about':
		'Die Verwaltung schreibt sie aus Ihren Einstellungen, in einfachen Worten, als Dateien zum Drucken und Unterschreiben. Bisher gibt es sie nur auf Englisch.',
	'clinics.paper.notice': 'Datenschutzhinweise für Patienten',
	'clinics.paper.terms': 'Bedingungen der Auftragsverarbeitung, nur für Anfragen',
	'clinics.paper.record':
		'Verzeichnis der Verarbeitungen, Aufbewahrungsplan, weitere Auftragsverarbeiter',
	'clinics.paper.dpia': 'Vorlage einer Datenschutz-Folgenabschätzung',
	'clinics.paper.incident': 'Ablaufplan für einen Vorfall, mit der Frist von 72 Stunden',
	'clinics.paper.check': 'Prüflisten für jedes Gerät und für jedes Jahr',
	'clinics.roles': 'Wer wofür verantwortlich ist',
	'clinics.roles.clinic':
		'Für die Akten ihrer Patienten ist Ihre Praxis die Verantwortliche. Sie liegen auf ihren Geräten; ihre Sicherungen ebenso.',
	'clinics.roles.us':
		'Für die Konten Ihres Teams sind wir Verantwortliche, und Auftragsverarbeiter nur von Anfragen, die Sie versiegelt senden wollen. Von Fotos sind wir keines von beiden: Wir haben nie eines.',
	'clinics.end': 'Wenn Sie gehen',
	'clinics.end.what':
		'Alles auf Ihren Geräten bleibt lesbar und lässt sich exportieren; eine beendete Lizenz hält neue Besuche an und sonst nichts. Was der Server hat, lässt sich herunterladen und wird 30 Tage nach der Schließung des Kontos gelöscht.',
	'clinics.apply': 'Ihre Praxis anmelden',

	'cookies.title': 'Cookie-Einstellungen',
	'cookies.lead':
		'Diese Seiten speichern nichts auf Ihrem Gerät und laden nichts von anderen. Daran ändert sich nichts, wenn Sie es nicht hier erlauben.',
	'cookies.choose': 'Was Sie erlauben',
	'cookies.necessary': 'Notwendig',
	'cookies.necessary.what':
		'Die App bewahrt auf, was Sie ihr aufgeben: Ihre Akten, Ihre Einstellungen, sich selbst für den Gebrauch ohne Netz und Ihre Anmeldung, solange ihr Tab offen ist. Diese Seiten brauchen nichts davon.',
	'cookies.necessary.state': 'Nur in der App',
	'cookies.functional': 'Die Darstellung merken',
	'cookies.functional.what':
		'Hell oder dunkel auf diesen Seiten, aufbewahrt auf diesem Gerät, bis Sie es widerrufen.',
	'cookies.analytics': 'Die Seite zählen',
	'cookies.analytics.what':
		'Zählt eine Zahl auf unserem eigenen Server um eins weiter: diese Seite, dieser Tag. Nichts von Ihnen ist darin, und dafür wird nichts auf Ihrem Gerät gespeichert.',
	'cookies.marketing': 'Werbung',
	'cookies.marketing.what': 'Es gibt keine, weder von uns noch von anderen.',
	'cookies.marketing.state': 'Nicht verwendet',
	'cookies.refuse': 'Alles ablehnen',
	'cookies.save': 'Angekreuztes erlauben',
	'cookies.allow': 'Alles erlauben',
	'cookies.refused': 'Abgelehnt. Für diese Seiten ist nichts gespeichert.',
	'cookies.allowed': 'Gespeichert. Sie können es hier jederzeit widerrufen.',
	'cookies.since': ({ date }) => `Das haben Sie am ${date} erlaubt.`,
	'cookies.how': 'Wie das aufbewahrt wird',
	'cookies.how.what':
		'Was Sie erlauben, wird auf diesem Gerät vermerkt, mit seinem Datum und der Version dieses Textes. Ablehnen löscht den Vermerk und alles, was daraufhin gespeichert wurde; so gibt es nichts, womit man Sie noch einmal fragen könnte. Eine Sprache, die Sie wählen, steht in der Adresse der Seite und sonst nirgends.',
	'cookies.categories': 'Mit anderen Worten',
	'cookies.categories.what':
		'In den vier Kategorien, die im Vereinigten Königreich üblich sind: Kategorie 1, notwendig; Kategorie 2, Statistik; Kategorie 3, Funktion oder Darstellung; Kategorie 4, Werbung. Vor den Kategorien 2 und 3 fragen wir überall, und Kategorie 4 haben wir nicht.',

	'policy.about': ({ version, date }) => `Version ${version}, zuletzt geändert am ${date}.`,
	'policy.contents': 'Abschnitte',
	'policy.reading': 'Dies ist eine Übersetzung zum Lesen. Vereinbart ist der englische Text.',
	'policy.original': 'Den englischen Text lesen',
	'policy.back': 'Die Übersetzung lesen',
	'policy.english': 'Der Text selbst ist auf Englisch.'
};

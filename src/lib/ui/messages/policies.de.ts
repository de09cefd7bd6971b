import { PRODUCT_NAME } from '../../product.ts';
import type { Readings } from './policy-readings.ts';

export const readings: Readings = {
	section: (number) => `Abschnitt ${number}`,
	privacy: {
		title: 'Datenschutz',
		lead: `Was der Betreiber dieses ${PRODUCT_NAME}-Servers von Ihnen weiß, warum, wie lange, und was Sie verlangen können.`,
		sections: [
			{
				id: 'who',
				title: 'Wer wir sind, und für wen',
				text: [
					`${PRODUCT_NAME} ist Software, die zugelassene ästhetische Praxen in der Beratung verwenden. „Wir“ ist, wer den Server unter dieser Adresse betreibt; schreiben Sie uns auf der Kontaktseite.`,
					'Für die Daten der Teams von Praxen und der Besucher dieser Seiten sind wir Verantwortliche. Für Anfragen, die eine Praxis versiegelt sendet ({see clinics}), sind wir Auftragsverarbeiter, nach Weisung dieser Praxis.',
					'Für Fotos und Akten von Patienten sind wir keines von beiden: Sie bleiben auf den Geräten der Praxis und erreichen uns nie ({see photographs}).'
				]
			},
			{
				id: 'photographs',
				title: 'Fotos und Akten von Patienten',
				text: [
					'Fotos, Veranschaulichungen, Gesundheitsfragen, Notizen, Einwilligungen und Unterschriften werden auf den Geräten der Praxis aufbewahrt, verschlüsselt. Auf unserem Server gibt es kein Feld für eine Datei, und kein Schlüssel von uns öffnet sie.',
					'Kein Foto wird dazu verwendet, irgendetwas zu trainieren, weder von uns noch von anderen, und kein Anbieter erzeugter Bilder hat Anteil an der App.',
					'Sind Sie Patient, ist Ihre Praxis die Verantwortliche. Bitte fragen Sie die Praxis: Sie kann zeigen, berichtigen, herausgeben oder löschen, was sie hat.'
				]
			},
			{
				id: 'staff',
				title: 'Teams von Praxen',
				text: [
					'Für ein Konto: Ihr Name, Ihre E-Mail-Adresse, das Passwort als Hash, Praxis und Rolle; ob Sie Neuigkeiten zum Produkt möchten; welche Version dieser Texte Sie wann angenommen haben. Für die Praxis: ihr Name, ihr Land, die berufliche Zulassung und wer sie angemeldet hat.',
					'Für die Lizenz: Geräte unter dem Namen, den Sie ihnen gaben, und ein öffentlicher Schlüssel, die gegebenen Lizenzen und für jeden Besuch ein Beleg, der eine Nummer und eine Zeit enthält und nichts von einem Patienten. Für die Rechnung: Tarif, Rechnungen und ihr Stand. Bezahlt wird auf der eigenen Seite des Zahlungsdienstes.',
					'Von wo aus Sie sich anmelden, wird als Fingerabdruck von Netzadresse und Browser aufbewahrt, höchstens fünf davon, damit eine Mail Ihnen von einer Anmeldung an einem neuen Ort sagen kann.',
					'Grundlage ist der Vertrag mit Ihrer Praxis; für die Sicherheit der Konten unser berechtigtes Interesse.'
				]
			},
			{
				id: 'clinics',
				title: 'Anfragen, die eine Praxis sendet',
				text: [
					'Eine Praxis kann Anfragen ihrer eigenen Patienten auf unserem Server für ihr Team warten lassen. Sie werden auf dem Gerät der Praxis für die eigenen Geräte der Praxis versiegelt. Wir halten sie, können sie nicht lesen und löschen sie nach der Zeit, die die Praxis festlegt.'
				]
			},
			{
				id: 'visitors',
				title: 'Besucher, und Nachrichten an uns',
				text: [
					'Das Protokoll des Servers über Fehler und Anmeldungen kann eine IP-Adresse enthalten und wird höchstens 14 Tage aufbewahrt. Sie gehört zu den personenbezogenen Daten und wird dazu verwendet, den Dienst sicher zu halten.',
					'Eine Nachricht auf der Seite für Kontakt, Vorführung oder Hilfe enthält, was Sie eintippen: einen Namen, eine Adresse und einen Text. Eine Rückmeldung aus einem Team enthält ihren Text, und eine Adresse nur, wenn Sie eine angeben. Jede wird 12 Monate aufbewahrt, um Ihnen zu antworten, und dann gelöscht.'
				]
			},
			{
				id: 'cookies',
				title: 'Cookies und Speicher auf Ihrem Gerät',
				text: [
					'Diese Seiten speichern nichts auf Ihrem Gerät und laden nichts von anderen. Erlauben können Sie, dass die Darstellung gemerkt und Seiten gezählt werden, ohne dass dies etwas über Sie sagt; beides ist aus, bis Sie es unter „Cookie-Einstellungen“ am Fuß jeder Seite erlauben, und beides lässt sich dort widerrufen.',
					'Die App selbst bewahrt auf, was sie braucht, um ohne Netz zu arbeiten, und was Sie ihr aufgeben. Dafür wird nicht um Erlaubnis gebeten, denn ohne das gäbe es keine App.'
				]
			},
			{
				id: 'sharing',
				title: 'Wer sonst Daten erhält',
				text: [
					'Das Unternehmen, bei dem unser Server steht, das, welches unsere Mail befördert, und der Zahlungsdienst, jedes nur zu diesem Zweck. Wir verkaufen nichts und geben nichts für Werbung weiter.',
					'Wo ein Gesetz oder ein Gericht uns verpflichtet, legen wir offen, was wir haben; was wir nicht haben ({see photographs}), können wir nicht offenlegen. Was ein Betreiber bei einer Praxis ansieht oder ändert, wird in das Protokoll dieser Praxis geschrieben.',
					'Geht das Geschäft an jemand anderen über, gehen die Konten mit, unter diesem Text; man sagt es Ihnen vorher.'
				]
			},
			{
				id: 'where',
				title: 'Wo Daten liegen',
				text: [
					'Der Server steht in der Region, für die er angeboten wird. Sollte etwas das Recht dieser Region verlassen, dann unter den Garantien, die das Gesetz verlangt, etwa Standardvertragsklauseln. Fotos überqueren auf dem Weg zu uns keine Grenze, denn sie sind auf keinem solchen Weg.'
				]
			},
			{
				id: 'times',
				title: 'Wie lange',
				text: [
					'Konten: solange es sie gibt. Schließt eine Praxis ihr Konto, wird 30 Tage später alles gelöscht außer dem Namen der Praxis und den Rechnungen, die das Gesetz aufbewahrt haben will. Nachrichten: 12 Monate. Einladungen: 90 Tage. Protokoll: 14 Tage. Fingerabdrücke von Anmeldungen: 90 Tage, außer dem letzten, der bleibt, solange es das Konto gibt. Was Betreiber angesehen haben: 730 Tage, und im Protokoll einer Praxis, solange es die Praxis gibt. Anfragen: was die Praxis festlegt, anfangs 180 Tage. Gezählte Seiten, die niemanden nennen: 400 Tage.'
				]
			},
			{
				id: 'security',
				title: 'Sicherheit',
				text: [
					'Alles geht über eine verschlüsselte Verbindung. Nach den Daten einer Praxis können nur ihre eigenen Konten fragen. Inhaber, Verwalter und Betreiber melden sich außer mit dem Passwort mit einem Code per Mail an. Fehlgeschlagene Anmeldungen werden gezählt und verlangsamt.',
					'Kein Dienst ist gegen jeden Fehler gefeit. Geschieht etwas mit Ihren Daten, sagen wir es Ihnen und der Behörde in der Zeit, die das Gesetz setzt.'
				]
			},
			{
				id: 'rights',
				title: 'Ihre Rechte',
				text: [
					'Sie können eine Kopie Ihrer Daten verlangen, ihre Berichtigung, Löschung oder Einschränkung, und Sie können ihrer Verwendung widersprechen oder sie in einer Form verlangen, die ein anderer Dienst lesen kann. Mitglieder von Teams laden ihre eigenen Daten in der Verwaltung unter „Konto“ herunter und beenden dort ihr Konto; alle anderen schreiben uns auf der Kontaktseite. Wir dürfen Sie bitten, sich auszuweisen, und antworten innerhalb eines Monats.',
					'Leben Sie in Kalifornien, erlaubt Ihnen dessen Zivilgesetzbuch (§ 1798.83), einmal im Jahr zu fragen, welche personenbezogenen Daten wir anderen für deren eigene Werbung gaben: Wir geben niemandem welche und sagen das allen, die auf der Kontaktseite danach fragen.',
					'Sie können sich jederzeit bei Ihrer Datenschutzbehörde beschweren; im Vereinigten Königreich ist das das Information Commissioner’s Office (ICO). Wir würden gern zuerst davon hören.'
				]
			},
			{
				id: 'minors',
				title: 'Minderjährige',
				text: [
					'Konten sind für Fachleute. Ob ein Minderjähriger fotografiert werden darf, entscheidet und verantwortet die Praxis; die App fragt nach dem Alter und nach der Einwilligung eines Sorgeberechtigten, wo eine nötig ist.'
				]
			},
			{
				id: 'changes',
				title: 'Änderungen dieses Textes',
				text: [
					'Version und Datum stehen oben. Wo eine Änderung für das wichtig ist, worin Sie eingewilligt haben, sehen Teams sie in der Verwaltung und werden gebeten, sie anzunehmen. Frühere Versionen bleiben im Quelltext der App.'
				]
			}
		]
	},
	terms: {
		title: 'Nutzungsbedingungen',
		lead: `Die Regeln, nach denen eine Praxis ${PRODUCT_NAME} verwendet.`,
		sections: [
			{
				id: 'use',
				title: 'Wer es verwenden darf',
				text: [
					'Fachleute, die für die Behandlungen zugelassen sind, die sie veranschaulichen, und ihr Team. Das Beispielgesicht darf jeder ausprobieren.',
					'Die Praxis steht für die Einwilligung der Menschen ein, die sie fotografiert, und für das Recht über Minderjährige, wo sie arbeitet.'
				]
			},
			{
				id: 'illustration',
				title: 'Eine Veranschaulichung',
				text: [
					'Was gezeigt wird, ist eine Veranschaulichung für ein Gespräch. Es ist keine Diagnose, kein Operationsplan, keine Dosis und kein Versprechen, und es darf nicht als das beworben werden, was eine Behandlung erreicht hat.'
				]
			},
			{
				id: 'content',
				title: 'Was Sie machen, gehört Ihnen',
				text: [
					'Wir erwerben kein Recht an einem Foto, einer Akte oder einer Veranschaulichung einer Praxis. Wir erhalten sie nicht; wie das kommt, steht im Text zum Datenschutz.'
				]
			},
			{
				id: 'accounts',
				title: 'Konten und Geräte',
				text: [
					'Jeder Mensch hat ein eigenes Konto. Behalten Sie Passwort, Passphrase und Wiederherstellungsbogen für sich: Wir können keinen Tresor öffnen und nicht zurückbringen, was sein Inhaber verlor.',
					'Machen Sie Sicherungen. Die App erinnert Sie; von selbst irgendwohin sichern kann sie nicht.'
				]
			},
			{
				id: 'licence',
				title: 'Lizenz und Ende',
				text: [
					'Der Tarif sagt, wie viele Menschen, Geräte und Besuche eine Praxis hat. Endet er, beginnt kein neuer Besuch; alles, was aufbewahrt wurde, bleibt lesbar und lässt sich exportieren.',
					'Ein Inhaber kann das Konto jederzeit in der Verwaltung schließen. 30 Tage lang lässt sich das zurücknehmen; danach werden die Daten des Servers gelöscht.'
				]
			},
			{
				id: 'fair',
				title: 'Was nicht erlaubt ist',
				text: [
					'Fotos von Menschen zu öffnen, die nicht eingewilligt haben, das Etikett einer Veranschaulichung zu entfernen, eine Lizenz weiterzugeben oder den Dienst anzugreifen. Missbrauch kann uns auf der Kontaktseite gemeldet werden.'
				]
			},
			{
				id: 'changes',
				title: 'Änderungen',
				text: [
					'Version und Datum stehen oben. Eine Änderung, die für {see licence} oder {see content} wichtig ist, wird in der Verwaltung angekündigt und muss dort angenommen werden.'
				]
			}
		]
	}
};

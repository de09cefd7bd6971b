import type { ErrorDetails } from '../../errors.ts';
import type { Translation } from './translation.ts';

const numberOf = (details: ErrorDetails, name: string, fallback: number): string => {
	const value = details[name];
	return (typeof value === 'number' ? value : fallback).toLocaleString('de-DE');
};

const KINDS: Readonly<Record<string, string>> = {
	gif: 'GIF-Bilder',
	svg: 'SVG-Zeichnungen',
	tiff: 'TIFF-Bilder',
	pdf: 'PDF-Dokumente',
	raw: 'RAW-Dateien von Kameras',
	bmp: 'BMP-Bilder',
	psd: 'Photoshop-Dateien',
	jxl: 'JPEG-XL-Bilder',
	jp2: 'JPEG-2000-Bilder',
	ico: 'Symboldateien',
	heif: 'HEIF-Bilder, die weder HEIC noch AVIF sind,',
	video: 'Videos',
	zip: 'ZIP-Dateien',
	html: 'Webseiten'
};

const TOO_SMALL = {
	title: 'Das Gesicht ist auf diesem Foto zu klein',
	what: 'Nehmen Sie es näher noch einmal auf, oder wählen Sie ein Foto mit mehr Pixeln im Gesicht.'
};

const IDENTIFYING: Readonly<Record<string, string>> = {
	name: 'ein Name',
	number: 'die Nummer einer Akte',
	contact: 'eine Adresse oder Telefonnummer',
	date: 'ein Tag oder ein Jahr'
};

export const errors: Translation['errors'] = {
	'photo.empty': {
		title: 'Diese Datei ist leer',
		what: 'Vielleicht wurde sie nicht fertig kopiert. Kopieren Sie sie noch einmal oder wählen Sie ein anderes Foto.'
	},
	'photo.not-an-image': {
		title: 'Das ist kein Foto',
		what: 'Wählen Sie ein Bild als JPEG, PNG, WebP, AVIF oder HEIC.'
	},
	'photo.truncated': {
		title: 'Ein Teil dieses Fotos fehlt',
		what: 'Die Datei endet zu früh. Kopieren Sie sie noch einmal von der Kamera oder wählen Sie eine andere.'
	},
	'photo.unsupported-kind': (details) => ({
		title: `${KINDS[String(details['kind'])] ?? 'Dateien dieser Art'} lassen sich nicht öffnen`,
		what: 'Speichern Sie das Bild als JPEG, PNG, WebP, AVIF oder HEIC und öffnen Sie das.'
	}),
	'photo.too-many-bytes': (details) => ({
		title: 'Diese Datei ist zu groß',
		what: `Dateien bis ${numberOf(details, 'limitMiB', 40)} MB lassen sich öffnen. Exportieren Sie eine kleinere Kopie des Fotos.`
	}),
	'photo.too-many-pixels': (details) => ({
		title: 'Dieses Foto hat zu viele Pixel',
		what: `Fotos bis ${numberOf(details, 'limitMP', 64)} Megapixel lassen sich öffnen. Exportieren Sie eine kleinere Kopie.`
	}),
	'photo.too-wide': (details) => ({
		title: 'Dieses Foto ist auf einer Seite zu lang',
		what: `Jede Seite darf bis zu ${numberOf(details, 'limit', 16384)} Pixel haben. Schneiden Sie es zu oder exportieren Sie eine kleinere Kopie.`
	}),
	'photo.too-small': {
		title: 'Dieses Foto ist zu klein',
		what: 'Das Gesicht braucht mehr Pixel. Wählen Sie das Originalfoto statt einer Vorschau davon.'
	},
	'photo.decode-failed': {
		title: 'Dieses Foto ist nicht lesbar',
		what: 'Die Datei scheint beschädigt. Kopieren Sie sie noch einmal oder wählen Sie ein anderes Foto.'
	},
	'photo.decode-timeout': {
		title: 'Das Lesen dieses Fotos dauerte zu lange',
		what: 'Schließen Sie andere Tabs und versuchen Sie es noch einmal, oder exportieren Sie eine kleinere Kopie.'
	},
	'photo.read-failed': {
		title: 'Die Datei ließ sich nicht lesen',
		what: 'Vielleicht wurde sie verschoben oder ist noch nicht auf diesem Gerät. Öffnen Sie sie einmal in Ihrer Foto-App und versuchen Sie es dann noch einmal.'
	},
	'photo.heic-unavailable': {
		title: 'HEIC lässt sich hier gerade nicht öffnen',
		what: 'Prüfen Sie die Verbindung und versuchen Sie es noch einmal, oder speichern Sie das Foto als JPEG.'
	},
	'photo.encode-failed': {
		title: 'Das Bild ließ sich nicht schreiben',
		what: 'Versuchen Sie ein anderes Format, oder schließen Sie andere Tabs und versuchen Sie es noch einmal.'
	},
	'face.none': {
		title: 'Kein Gesicht gefunden',
		what: 'Wählen Sie ein Foto mit einem Gesicht, gut beleuchtet und zur Kamera gewandt.'
	},
	'face.too-small': TOO_SMALL,
	'camera.denied': {
		title: 'Die Kamera ist für diese Seite ausgeschaltet',
		what: 'Erlauben Sie die Kamera in den Website-Einstellungen des Browsers und versuchen Sie es dann noch einmal. Oder öffnen Sie stattdessen ein Foto.'
	},
	'camera.missing': {
		title: 'Keine Kamera gefunden',
		what: 'Schließen Sie eine Kamera an, oder öffnen Sie stattdessen ein Foto.'
	},
	'camera.busy': {
		title: 'Die Kamera wird benutzt',
		what: 'Schließen Sie die andere App, die die Kamera benutzt, und versuchen Sie es dann noch einmal.'
	},
	'camera.failed': {
		title: 'Die Kamera hat nicht geantwortet',
		what: 'Versuchen Sie es noch einmal, oder öffnen Sie stattdessen ein Foto.'
	},
	'scan.unavailable': {
		title: 'Scannen ist gerade nicht möglich',
		what: 'Prüfen Sie die Verbindung und versuchen Sie es noch einmal, oder tippen Sie Charge und Verfall.'
	},
	'engine.unsupported-browser': {
		title: 'Diesem Browser fehlt etwas',
		what: 'Aktualisieren Sie ihn, oder nehmen Sie einen aktuellen Chrome, Edge, Firefox oder Safari.'
	},
	'engine.asset-missing': {
		title: 'Ein Teil der App ließ sich nicht laden',
		what: 'Prüfen Sie die Verbindung und versuchen Sie es noch einmal. Bleibt es so, laden Sie die Seite neu.'
	},
	'engine.asset-damaged': {
		title: 'Ein Teil der App kam beschädigt an',
		what: 'Er wurde nicht verwendet. Versuchen Sie es noch einmal; bleibt es so, laden Sie die Seite neu.'
	},
	'engine.offline': {
		title: 'Keine Verbindung',
		what: 'Der erste Start braucht eine Verbindung. Ihr Foto wird nirgendwohin gesendet.'
	},
	'engine.renderer-lost': {
		title: 'Die Grafik ist stehen geblieben',
		what: 'Ihre Arbeit ist sicher. Das Bild wird mit einem langsameren Verfahren weiter gezeichnet.'
	},
	'engine.no-photo': {
		title: 'Es ist kein Foto offen',
		what: 'Öffnen Sie zuerst ein Foto.'
	},
	'engine.failed': {
		title: 'Beim Zeichnen ging etwas schief',
		what: 'Foto und Einstellungen sind noch da. Versuchen Sie es noch einmal; bleibt es so, laden Sie die Seite neu.'
	},
	'vault.missing': {
		title: 'Auf diesem Gerät gibt es noch keinen Tresor',
		what: 'Richten Sie einen ein, oder stellen Sie einen aus einer Sicherung wieder her.'
	},
	'vault.exists': {
		title: 'Dieses Gerät hat schon einen Tresor',
		what: 'Öffnen Sie ihn mit Ihrer Passphrase. Ein zweiter wird nicht darüber angelegt.'
	},
	'vault.locked': {
		title: 'Der Tresor ist gesperrt',
		what: 'Öffnen Sie ihn mit Ihrer Passphrase und tun Sie es dann noch einmal.'
	},
	'vault.opened-elsewhere': {
		title: 'Der Tresor ist in einem anderen Fenster offen',
		what: 'Schließen Sie ihn dort, oder übernehmen Sie hier; das andere Fenster wird dann gesperrt.'
	},
	'vault.wrong-passphrase': {
		title: 'Diese Passphrase öffnet den Tresor nicht',
		what: 'Prüfen Sie Großbuchstaben und die Sprache der Tastatur und geben Sie sie noch einmal ein.'
	},
	'vault.wrong-kit': {
		title: 'Dieser Wiederherstellungsbogen öffnet den Tresor nicht',
		what: 'Vielleicht gehört er zu einem anderen Tresor, oder ein neuerer hat ihn ersetzt. Suchen Sie den neuesten.'
	},
	'vault.wrong-passkey': {
		title: 'Dieser Passkey öffnet den Tresor nicht',
		what: 'Versuchen Sie es mit dem Gerät, auf dem er eingerichtet wurde, oder nehmen Sie Ihre Passphrase.'
	},
	'vault.passkey-refused': {
		title: 'Das Gerät hat nicht bestätigt, dass Sie es sind',
		what: 'Es wurde abgebrochen oder dauerte zu lange. Versuchen Sie es noch einmal, oder nehmen Sie Ihre Passphrase.'
	},
	'vault.passkey-unsupported': {
		title: 'Dieses Gerät kann den Tresor nicht selbst öffnen',
		what: 'Sein Browser gibt dafür keinen Schlüssel her. Nichts ist geändert: Arbeiten Sie mit Ihrer Passphrase weiter.'
	},
	'vault.passkey-exists': {
		title: 'Dieses Gerät ist schon eingerichtet',
		what: 'Jemand entsperrt diesen Tresor damit. Die Person kann es zuerst in ihren Einstellungen entfernen.'
	},
	'vault.weak-passphrase': (details) => ({
		title: 'Diese Passphrase ist zu kurz',
		what: `Sie braucht mindestens ${numberOf(details, 'limit', 15)} Zeichen; sieben zufällige Wörter sind leicht zu merken.`
	}),
	'vault.kit-mistyped': (details) => ({
		title: 'Der Wiederherstellungscode wurde anders eingegeben',
		what:
			details['reason'] === 'length'
				? 'Er hat vierzehn Gruppen aus vier Buchstaben oder Ziffern. Prüfen Sie, dass keine fehlt oder doppelt ist.'
				: 'Ein Buchstabe oder eine Ziffer stimmt nicht. Vergleichen Sie jede Gruppe mit dem Papier.'
	}),
	'vault.not-typed-back': {
		title: 'Das sind nicht die Gruppen auf dem Bogen',
		what: 'Sehen Sie noch einmal auf das Papier. Der Bogen zählt erst, wenn beide Gruppen stimmen.'
	},
	'vault.last-way-in': {
		title: 'Das ist der letzte dauerhafte Zugang',
		what: 'Richten Sie zuerst eine andere Passphrase oder einen Wiederherstellungsbogen ein und entfernen Sie dann diesen.'
	},
	'vault.kit-needed': {
		title: 'Zuerst der Wiederherstellungsbogen',
		what: 'Bevor ein zweiter Patient abgelegt wird, stellen Sie sicher, dass eine vergessene Passphrase nicht den ersten kostet. Es dauert eine Minute.'
	},
	'vault.slot-stale': {
		title: 'Dieser Zugang muss erneuert werden',
		what: 'Der Schlüssel des Tresors wurde inzwischen gewechselt. Bitten Sie jemanden, der ihn öffnen kann, Sie neu einzulassen.'
	},
	'vault.slot-damaged': {
		title: 'Dieser Zugang ist beschädigt',
		what: 'Nehmen Sie den Wiederherstellungsbogen oder die Passphrase einer anderen Person und richten Sie Ihren dann neu ein.'
	},
	'vault.hostile-parameters': {
		title: 'Dieser Zugang verlangt mehr, als sicher ist',
		what: 'Er wurde nicht benutzt: Jemand könnte die Dateien des Tresors verändert haben. Nehmen Sie einen anderen Zugang oder stellen Sie eine Sicherung wieder her.'
	},
	'vault.no-memory': {
		title: 'Der Arbeitsspeicher reicht nicht, um den Tresor zu öffnen',
		what: 'Schließen Sie andere Tabs und Apps und versuchen Sie es noch einmal.'
	},
	'vault.damaged': {
		title: 'Der Tresor auf diesem Gerät ist nicht lesbar',
		what: 'Nichts wurde gelöscht. Stellen Sie ihn aus einer Sicherung wieder her; löschen Sie vorher nicht die Daten dieser Website.'
	},
	'vault.newer-version': {
		title: 'Der Tresor wurde von einer neueren Version geschrieben',
		what: 'Laden Sie die Seite neu, um die App zu aktualisieren, und öffnen Sie den Tresor dann noch einmal.'
	},
	'vault.record-damaged': {
		title: 'Dieser Eintrag ist beschädigt',
		what: 'Er wurde beiseitegelegt, wie er ist. Alles andere ist benutzbar; eine Sicherung enthält ihn vielleicht ganz.'
	},
	'vault.not-found': {
		title: 'Dieser Eintrag ist nicht im Tresor',
		what: 'Vielleicht wurde er gelöscht. Gehen Sie zurück zur Liste und wählen Sie einen anderen.'
	},
	'vault.no-space': {
		title: 'Auf diesem Gerät ist kein Platz mehr',
		what: 'Es wurde nicht gespeichert; was vorher gespeichert war, ist sicher. Schaffen Sie Platz und speichern Sie noch einmal.'
	},
	'vault.write-failed': {
		title: 'Es ließ sich nicht speichern',
		what: 'Was vorher gespeichert war, ist sicher. Versuchen Sie es noch einmal; bleibt es so, laden Sie die Seite neu.'
	},
	'vault.failed': {
		title: 'Der Tresor hat nicht geantwortet',
		what: 'Was vorher gespeichert war, ist sicher. Laden Sie die Seite neu und öffnen Sie den Tresor noch einmal.'
	},
	'backup.not-a-backup': {
		title: 'Diese Datei ist keine Sicherung',
		what: 'Nichts wurde geändert. Wählen Sie die Datei, deren Name mit „backup“ beginnt und auf „.tar.age“ endet.'
	},
	'backup.newer-version': {
		title: 'Eine neuere Version hat diese Sicherung geschrieben',
		what: 'Nichts wurde geändert. Laden Sie die Seite neu, um die App zu aktualisieren, und wählen Sie die Datei dann noch einmal.'
	},
	'backup.wrong-passphrase': {
		title: 'Diese Passphrase öffnet die Sicherung nicht',
		what: 'Es ist die Passphrase, mit der der Tresor entsperrt war, als die Sicherung erstellt wurde. Prüfen Sie Großbuchstaben und die Sprache der Tastatur und geben Sie sie noch einmal ein.'
	},
	'backup.wrong-key': {
		title: 'Dieser Schlüssel öffnet die Sicherung nicht',
		what: 'Nehmen Sie den Inhaberschlüssel, der beim Erstellen der Sicherung eingestellt war. Nichts wurde geändert.'
	},
	'backup.key-mistyped': {
		title: 'Das ist kein Inhaberschlüssel',
		what: 'Der Schlüssel zum Schreiben von Sicherungen beginnt mit „age1“, der zum Öffnen mit „AGE-SECRET-KEY-1“. Kopieren Sie ihn ganz.'
	},
	'backup.damaged': {
		title: 'Diese Sicherung ist beschädigt oder unvollständig',
		what: 'Nichts wurde geändert. Kopieren Sie die Datei noch einmal von ihrem Aufbewahrungsort, oder nehmen Sie eine ältere Sicherung.'
	},
	'backup.other-vault': {
		title: 'Diese Sicherung ist von einem anderen Tresor',
		what: 'Nichts wurde geändert: Zwei Tresore lassen sich nicht mischen. Stellen Sie sie auf einem Gerät wieder her, das noch keinen Tresor hat.'
	},
	'backup.other-file': {
		title: 'Das ist nicht die eben geschriebene Sicherung',
		what: 'Wählen Sie jene Datei, mit dem heutigen Datum im Namen, oder erstellen Sie eine neue Sicherung.'
	},
	'backup.changed': {
		title: 'Während die Sicherung geschrieben wurde, wurde etwas gelöscht',
		what: 'Die Datei enthielte es noch, deshalb wurde sie nicht fertiggestellt. Erstellen Sie die Sicherung noch einmal.'
	},
	'backup.read-failed': {
		title: 'Die Datei ließ sich nicht lesen',
		what: 'Nichts wurde geändert. Prüfen Sie, ob das Laufwerk verbunden ist, und wählen Sie die Datei dann noch einmal.'
	},
	'backup.write-failed': {
		title: 'Die Datei ließ sich nicht schreiben',
		what: 'Der Tresor ist sicher. Prüfen Sie, ob am Speicherort Platz ist, und erstellen Sie die Sicherung dann noch einmal.'
	},
	'offline.interrupted': {
		title: 'Die Verbindung ging verloren',
		what: 'Was angekommen ist, bleibt. Versuchen Sie es noch einmal, um den Rest zu holen.'
	},
	'offline.damaged': {
		title: 'Ein Teil der App kam nicht ganz an',
		what: 'Er wurde nicht verwendet. Versuchen Sie es noch einmal; bleibt es so, aktualisieren Sie die App.'
	},
	'offline.no-space': {
		title: 'Auf diesem Gerät ist kein Platz mehr',
		what: 'Schaffen Sie Platz und versuchen Sie es noch einmal. Was schon da ist, bleibt.'
	},
	'lease.invalid': {
		title: 'Die Lizenz ließ sich nicht prüfen',
		what: 'Was der Server sandte, war nicht für diese App unterschrieben. Aktualisieren Sie die App; bleibt es so, fragen Sie den Kundendienst.'
	},
	'consent.too-early': (details) => ({
		title: 'Die Bedenkzeit ist noch nicht um',
		what: `Unterschrieben werden kann ab ${String(details['day'] ?? 'einem späteren Tag')}. Bis dahin ist nichts zu tun.`
	}),
	'consent.incomplete': {
		title: 'Nicht jedes Risiko ist zur Kenntnis genommen',
		what: 'Gehen Sie sie mit dem Patienten einzeln durch und unterschreiben Sie dann.'
	},
	'consent.signed': {
		title: 'Dieser Text ist schon unterschrieben',
		what: 'Was unterschrieben ist, bleibt. Um neu zu unterschreiben, übergeben Sie den Text noch einmal.'
	},
	'record.kept': ({ reason }) => ({
		title: 'Diese Akte bleibt',
		what:
			reason === 'hold'
				? 'Sie ist festgehalten. Heben Sie das zuerst auf, unter Datenschutz in der Akte des Patienten.'
				: reason === 'complaint'
					? 'Eine Beschwerde dazu ist offen. Klären Sie diese zuerst.'
					: reason === 'floor'
						? 'Die Zeit, für die sie aufbewahrt werden muss, ist nicht vorbei. Bis wann, steht unter Datenschutz in der Akte des Patienten.'
						: 'Nichts davon ist fällig. Sehen Sie die Liste noch einmal an.'
	}),
	'record.confidential': {
		title: 'Das ist nur für einige bestimmt',
		what: 'Fragen Sie, wer in Ihrer Praxis Beschwerden liest, oder sagen Sie, warum Sie es sehen müssen.'
	},
	'record.reason-needed': {
		title: 'Ein Grund fehlt',
		what: 'Sagen Sie in wenigen Worten, warum. Das bleibt vermerkt.'
	},
	'purge.second-person': {
		title: 'Das war keine zweite Person',
		what: 'Bitten Sie jemanden aus dem Team, die eigene Passphrase einzugeben. Ein Wiederherstellungsbogen genügt nicht.'
	},
	'disclosure.objected': {
		title: 'Der Patient möchte das nicht',
		what: 'Es wurde darum gebeten, diesen Empfänger nicht zu unterrichten. Nur Gesetz oder Notfall gehen vor.'
	},
	'licence.ended': {
		title: 'Zurzeit keine neue Veranschaulichung',
		what: 'Fotos, Notizen, Berichte, Exporte und Sicherungen gehen wie immer. Die Einstellungen sagen, was die Lizenz dieses Geräts braucht.'
	},
	'privacy.restricted': {
		title: 'Diese Akte ist eingeschränkt',
		what: 'Der Patient bat darum, dass sie nur aufbewahrt wird. Heben Sie die Einschränkung unter „Datenschutz“ auf, um weiterzumachen.'
	},
	'privacy.not-agreed': {
		title: 'Der Patient hat darin nicht eingewilligt',
		what: 'Nichts hat den Tresor verlassen. Fragen Sie ihn, und halten Sie es unter „Datenschutz“ fest.'
	},
	'privacy.withdrawn': {
		title: 'Der Patient hat diese Einwilligung widerrufen',
		what: 'Nichts wurde getan. Worin er einwilligt, steht unter „Datenschutz“.'
	},
	'privacy.expired': {
		title: 'Die Einwilligung des Patienten ist abgelaufen',
		what: 'Nichts hat den Tresor verlassen. Fragen Sie ihn noch einmal, und halten Sie es unter „Datenschutz“ fest.'
	},
	'privacy.exports-off': {
		title: 'Ihre Praxis lässt keine Bilder hinaus',
		what: 'Nichts hat den Tresor verlassen. Wer das Konto der Praxis führt, kann es in der Konsole unter „Einstellungen“ erlauben.'
	},
	'privacy.not-kept': {
		title: 'Dieses Foto liegt in keiner Akte',
		what: 'Legen Sie es zuerst ab: Worin ein Patient einwilligt und was dafür hinausgeht, steht in seiner Akte.'
	},
	'privacy.guardian-needed': {
		title: 'Nach den Stammdaten ist ein Alter unter 18 möglich',
		what: 'Schreiben Sie auf, wer für den Patienten einwilligt: ein Elternteil oder Vormund.'
	},
	'privacy.first-copy-free': {
		title: 'Die erste Kopie ist kostenlos',
		what: 'Lassen Sie das Entgelt leer: Nur weitere Kopien dürfen etwas kosten.'
	},
	'teaching.identifies': (details) => ({
		title: 'Der Text verrät jemanden',
		what: `Nichts hat den Tresor verlassen: Darin steht ${IDENTIFYING[String(details['what'])] ?? 'etwas von einer Person'}. Nehmen Sie das heraus, und versuchen Sie es noch einmal.`
	}),
	'request.identity-first': {
		title: 'Wer fragt, ist noch nicht geprüft',
		what: 'Schreiben Sie auf, woran Sie gesehen haben, dass es der Patient ist, und antworten Sie dann.'
	},
	'request.extended': {
		title: 'Diese Frist wurde schon verlängert',
		what: 'Sie lässt sich einmal verlängern, um zwei Monate.'
	},
	'request.answered': {
		title: 'Dieser Antrag ist beantwortet',
		what: 'Was geantwortet wurde, bleibt. Fragt der Patient noch einmal, schreiben Sie einen neuen Antrag auf.'
	},
	'request.reason-needed': {
		title: 'Ein Grund ist nötig',
		what: 'Dem Patienten wird gesagt, warum; schreiben Sie es deshalb auf.'
	},
	'import.not-a-file': {
		title: 'Das ist keine Patientenakte von Vultus',
		what: 'Wählen Sie die ZIP-Datei, die mit „Datei für eine andere Praxis“ erstellt wurde. Nichts wurde geändert.'
	},
	'import.newer-version': {
		title: 'Eine neuere Version hat diese Datei erstellt',
		what: 'Aktualisieren Sie Vultus auf diesem Gerät, und wählen Sie die Datei dann noch einmal.'
	},
	'import.damaged': {
		title: 'Diese Datei ist beschädigt',
		what: 'Etwas darin fehlt oder ist verändert. Bitten Sie noch einmal darum; hier wurde nichts geändert.'
	},
	'leads.no-key': {
		title: 'Dieses Gerät hat den Schlüssel der Anfragen nicht',
		what: 'Ein Inhaber gibt ihn von einem Gerät, das ihn hat, in der Verwaltung unter „Anfragen“.'
	},
	'leads.other-key': {
		title: 'Diese Anfrage wurde für einen anderen Schlüssel versiegelt',
		what: 'Öffnen Sie sie auf einem Gerät, das den Schlüssel von damals hat.'
	},
	'leads.damaged': {
		title: 'Diese Anfrage lässt sich nicht öffnen',
		what: 'Was der Server davon hat, ist nicht, was gesendet wurde. Die Akte des Patienten enthält sie noch, auf dem Gerät, das sie sandte.'
	},
	'leads.too-long': {
		title: 'Das ist zu lang für eine Anfrage',
		what: 'Kürzen Sie den Namen oder den Kontakt. Noch wurde nichts abgelegt.'
	},
	'leads.off': {
		title: 'Die Praxis sammelt keine Anfragen',
		what: 'Sie sind in den Einstellungen der Praxis ausgeschaltet. Was hier wartet, bleibt auf diesem Gerät.'
	},
	'leads.key-changed': {
		title: 'Der Schlüssel der Anfragen wurde gewechselt',
		what: 'Was wartet, wird gesendet, sobald dieses Gerät den neuen Schlüssel hat. Bitten Sie einen Inhaber darum.'
	},
	'leads.key-invalid': {
		title: 'Der Schlüssel der Anfragen passt nicht',
		what: 'Was der Server sandte, ist nicht, was es zu sein vorgibt. Nichts wurde übernommen; bitten Sie einen Inhaber, den Schlüssel noch einmal zu geben.'
	},
	'leads.no-copy': {
		title: 'Für einen Wiederherstellungsbogen gibt es keine Kopie',
		what: 'Es wurde nie eine erstellt. Ein Gerät eines Inhabers, das den Schlüssel hat, kann eine erstellen.'
	},
	'account.offline': {
		title: 'Der Server ist nicht erreichbar',
		what: 'Alles auf diesem Gerät geht auch ohne ihn. Prüfen Sie die Verbindung und versuchen Sie es dann noch einmal.'
	},
	'account.failed': {
		title: 'Der Server konnte nicht antworten',
		what: 'Auf diesem Gerät wurde nichts geändert. Versuchen Sie es in ein paar Minuten noch einmal.'
	},
	'account.signed-out': {
		title: 'Sie sind abgemeldet',
		what: 'Melden Sie sich wieder an. Alles auf diesem Gerät bleibt, wie es ist.'
	},
	'account.wrong-password': {
		title: 'Diese Adresse und dieses Passwort gehören nicht zusammen',
		what: 'Prüfen Sie beide und versuchen Sie es noch einmal.'
	},
	'account.wrong-code': {
		title: 'Das ist nicht der Code',
		what: 'Er gilt nur einige Minuten. Sehen Sie in die neueste Mail, oder melden Sie sich noch einmal an, um einen anderen zu bekommen.'
	},
	'account.link-unusable': {
		title: 'Dieser Link gilt nicht',
		what: 'Ein Link gilt einmal und eine halbe Stunde lang. Er ist vielleicht benutzt, zu alt oder vom Mailprogramm gekürzt. Fordern Sie einen neuen an.'
	},
	'account.throttled': (details) => {
		const minutes = numberOf(details, 'minutes', 15);
		return {
			title: 'Zu viele Versuche',
			what: `Warten Sie ${minutes === '1' ? 'eine Minute' : `${minutes} Minuten`} und versuchen Sie es dann noch einmal.`
		};
	},
	'message.too-fast': {
		title: 'Das ging sehr schnell',
		what: 'Warten Sie einige Sekunden und senden Sie es noch einmal. Was Sie geschrieben haben, ist noch da.'
	},
	'message.stale': {
		title: 'Diese Seite stand lange offen',
		what: 'Senden Sie es noch einmal. Was Sie geschrieben haben, ist noch da.'
	},
	'account.inactive': {
		title: 'Dieses Konto ist ausgeschaltet',
		what: 'Der Inhaber der Praxis kann es wieder einschalten.'
	},
	'account.role': {
		title: 'Dieses Konto darf das nicht',
		what: 'Ein Inhaber oder Verwalter der Praxis darf es.'
	},
	'account.invitation-unknown': {
		title: 'Diese Einladung gilt nicht',
		what: 'Prüfen Sie den Code. Eine Einladung gilt einmal und drei Tage lang; wer sie sandte, kann eine neue senden.'
	},
	'account.weak-password': {
		title: 'Dieses Passwort ist zu leicht zu erraten',
		what: 'Nehmen Sie ein längeres: Mehrere Wörter, die nicht zusammengehören, sind gut.'
	},
	'account.seats-full': {
		title: 'Die Praxis hat keinen freien Platz',
		what: 'Der Inhaber kann Plätze hinzunehmen oder das Konto von jemandem ausschalten, der nicht mehr da ist.'
	},
	'account.devices-full': {
		title: 'Die Praxis kann kein weiteres Gerät aufnehmen',
		what: 'Der Inhaber kann Geräte hinzunehmen oder eines sperren, das nicht mehr benutzt wird.'
	},
	'account.last-owner': {
		title: 'Eine Praxis braucht einen Inhaber',
		what: 'Das ist der letzte. Laden Sie zuerst einen anderen ein, oder schließen Sie das Konto der Praxis.'
	},
	'account.conflict': {
		title: 'Jemand anderes hat das inzwischen geändert',
		what: 'Was jetzt zu sehen ist, ist das Neueste. Ändern Sie es noch einmal, falls es noch nötig ist.'
	},
	'account.not-found': {
		title: 'Das ist nicht mehr da',
		what: 'Jemand hat es inzwischen vielleicht entfernt. Lesen Sie die Liste noch einmal.'
	},
	'account.device-pending': {
		title: 'Dieses Gerät wartet auf Freigabe',
		what: 'Ein Inhaber oder Verwalter gibt es in der Verwaltung frei. Was begonnen wurde, geht weiter.'
	},
	'account.devices-waiting': {
		title: 'Drei Ihrer Geräte warten auf Freigabe',
		what: 'Bitten Sie den Inhaber, sie freizugeben oder zu sperren, und versuchen Sie es dann noch einmal.'
	},
	cancelled: { title: 'Abgebrochen', what: 'Nichts wurde geändert.' },
	unexpected: {
		title: 'Etwas ging schief',
		what: 'Foto und Einstellungen sind noch da. Versuchen Sie es noch einmal; bleibt es so, laden Sie die Seite neu.'
	}
};

export const refusals: Translation['refusals'] = {
	'too-small': TOO_SMALL,
	'cut-by-border': {
		title: 'Das Gesicht ist abgeschnitten',
		what: 'Wählen Sie ein Foto, das das ganze Gesicht zeigt, mit etwas Platz darum.'
	},
	'eyes-closed': {
		title: 'Die Augen sind geschlossen',
		what: 'Wählen Sie ein Foto mit offenen Augen: Sie sind der Maßstab für jeden Millimeter.'
	},
	'turned-too-far': {
		title: 'Das Gesicht ist zu weit gedreht',
		what: 'Wählen Sie ein Foto von vorn oder aus etwa 45°. Ein Profil braucht ein eigenes Werkzeug, das es noch nicht gibt.'
	},
	blurred: {
		title: 'Das Foto ist unscharf',
		what: 'Halten Sie die Kamera still, stellen Sie auf die Augen scharf und nehmen Sie es noch einmal auf.'
	}
};

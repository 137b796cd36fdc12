import type {WordTable} from './tables.js';

export const german: WordTable = {
	language: 'German',
	spaced: true,
	negations: 'nicht|kein|keine|keinen|keiner|nie|ohne',
	between: 'mehr|noch|wurde|worden|ganz|vollständig',
	needless: 'nicht nötig|nicht notwendig|nicht erforderlich|nicht benötigt|unnötig|überflüssig',
	prevented: {
		behind:
			'fehlgeschlagen|gescheitert|misslungen|schlägt fehl|abgebrochen|abbrechen|abgelehnt|ablehnen|verweigert|storniert|stornieren|ausgesetzt|angehalten|widerrufen',
		before: 'fehler bei|fehler beim|abbruch|storno|ablehnung',
	},
	words: {
		success: [
			'erfolg|erfolgreich|erfolgreiche|erfolgreicher|erfolgreiches|erfolgreichen',
			'genehmigt|genehmigte|freigegeben',
			'autorisiert|berechtigt',
			'authentifiziert|angemeldet',
			'abgeschlossen|fertig|erledigt|vollständig',
			'geliefert|zugestellt',
			'bestätigt|bestätigte',
			'verifiziert|geprüft',
			'gültig|gültige|gültiger|gültiges|gültigen|validiert',
			'akzeptiert|angenommen',
			'bestanden',
			'gelöst|behoben|fehler behoben|fehler gelöst|störung behoben',
			'fehlerfrei|fehlerlos',
			'dienst wiederhergestellt|betrieb wiederhergestellt',
		],
		rollback: [
			'zurückrollen|zurückgerollt|rückrollen|rollt zurück',
			'zurücksetzen|zurückgesetzt|setzt zurück',
			'rückgängig|änderung zurücknehmen|änderung zurückgenommen|änderungen zurücknehmen|änderungen zurückgenommen',
			'wiederherstellen|wiederhergestellt|wiederherstellung',
			'kompensieren|kompensiert|kompensation|rückabwicklung|rückabwickeln',
			'erstatten|erstattet|erstattung|rückerstattung',
			'reservierung aufheben|bestand freigeben|reservierung freigeben',
		],
		failure: [
			'fehlgeschlagen|fehlschlag|gescheitert|misslungen|schlägt fehl',
			'fehler|fehlerhaft|fehlerhafte',
			'ungültig|ungültige|ungültiger|ungültiges|ungültigen',
			'überschritten',
			'abgelaufen|zeitüberschreitung',
			'erfolglos',
			'unvollständig|unvollständige',
			'unberechtigt',
		],
		rejected: [
			'abgelehnt|ablehnen|ablehnung|lehnt ab',
			'verweigert|verweigern',
			'zurückgewiesen|zurückweisen|weist zurück|abgewiesen',
			'verboten',
		],
		aborted: [
			'abgebrochen|abbrechen|abbruch|bricht ab',
			'storniert|stornieren|stornierung|storno',
			'ausgesetzt|angehalten',
			'widerrufen',
		],
		escalated: [
			'eskalieren|eskaliert|eskalation',
			'manuell|manuelle|manueller',
			'rufbereitschaft|bereitschaftsdienst',
		],
		degraded: ['eingeschränkt|eingeschränkter', 'teilweise', 'ersatzweise|ausweichen'],
	},
	neutral: [
		'fehler rate|fehler protokoll|fehlerrate',
		'passwort zurücksetzen|passwort zurückgesetzt|kennwort zurücksetzen|zähler zurücksetzen',
		'wird geprüft|werden geprüft',
	],
};

import type {WordTable} from './tables.js';

export const italian: WordTable = {
	language: 'Italian',
	spaced: true,
	negations: 'non|senza|mai|nessun|nessuna',
	between: 'è|stato|stata|stati|state|ancora|ha|sono',
	inflections: 'o|a|i|e',
	needless:
		'non necessario|non necessaria|non è necessario|non è necessaria|non richiesto|non richiesta|inutile',
	prevented: {
		behind:
			'fallito|fallita|fallisce|rifiutato|rifiutata|respinto|respinta|negato|negata|annullato|annullata|interrotto|interrotta|sospeso|sospesa',
		before: 'fallimento del|errore nel|errore di|annulla|annullare|annullamento|rifiuto|negare|respingere',
	},
	words: {
		success: [
			'successo|riuscito',
			'approvato|approvare',
			'autorizzato',
			'autenticato',
			'completo|completato',
			'terminato|finito|concluso',
			'fatto',
			'consegnato',
			'confermato',
			'verificato',
			'convalidato|valido|validato',
			'accettato',
			'concesso',
			'risolto|errore risolto|errori risolti|errore corretto|errori corretti',
			'test superato|prova superata|prove superate|esame superato|controllo superato|verifica superata',
			'servizio ripristinato|servizio recuperato|sistema recuperato',
		],
		rollback: [
			'annulla distribuzione|tornare indietro|ritorno indietro',
			'ripristinare|ripristinato|ripristino',
			'compensare|compensato|compensazione',
			'rimborsare|rimborsato|rimborso',
			'rilasciare prenotazione|liberare scorte|liberare prenotazione',
		],
		failure: [
			'fallito|fallimento|fallisce',
			'errore|errori',
			'invalido',
			'limite superato|soglia superata|tempo superato|massimo superato',
			'scaduto',
			'incompleto',
		],
		rejected: ['rifiutato|rifiuto', 'respinto|respingere', 'negato|negare', 'vietato'],
		aborted: ['interrotto', 'annullato|annulla|annullare|annullamento', 'sospeso', 'revocato'],
		escalated: ['escalation', 'manuale|manualmente', 'reperibile'],
		degraded: ['degradato', 'parziale|parziali|parzialmente', 'predefinito', 'ripiego'],
	},
	neutral: ['tasso di errore|tasso di errori|registro errori|messaggio di errore|manuale utente'],
};

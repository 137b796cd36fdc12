import type {WordTable} from './tables.js';

export const french: WordTable = {
	language: 'French',
	spaced: true,
	negations: 'non|pas|jamais|sans|aucun|aucune|plus',
	between: 'encore|été|bien|toujours|a|est',
	inflections: 'é|ée|és|ées',
	needless: 'non nécessaire|pas nécessaire|inutile|non requis|non requise|pas requis|pas requise|pas besoin',
	prevented: {
		behind:
			'échoué|échouée|échoue|refusé|refusée|rejeté|rejetée|annulé|annulée|abandonné|abandonnée|interrompu|interrompue|suspendu|suspendue',
		before:
			'échec de|échec du|erreur de|erreur du|annuler|annulation|abandonner|abandon|interrompre|refuser|refus|rejeter|rejet',
	},
	words: {
		success: [
			'succès|réussi|réussie|réussis|réussies|réussite',
			'approuvé',
			'autorisé',
			'authentifié',
			'terminé|achevé|complété|effectué',
			'livré',
			'confirmé',
			'vérifié',
			'validé|valide|valides',
			'accepté',
			'accordé',
			'résolu|résolue|erreur résolue|erreur corrigée|erreurs corrigées|panne résolue',
			'service rétabli|accès rétabli',
			'conforme|conformes',
		],
		rollback: [
			'retour arrière|retour en arrière|marche arrière|revenir en arrière',
			'revenir à la version précédente|retour à la version précédente|revenir à l ancienne version',
			'annuler le déploiement|déploiement annulé',
			'restaurer|restauré|restauration',
			'rétablir|rétabli|rétablie',
			'compenser|compensé',
			'rembourser|remboursé|remboursement',
			'libérer le stock|libérer la réservation|libérer les articles',
		],
		failure: [
			'échec|échecs|échoué|échouer|échoue',
			'erreur|erreurs',
			'invalide|invalides',
			'dépassé',
			'expiré',
			'délai dépassé',
			'non conforme|non conformes',
			'en panne|défaillance|défaillant|défaillante',
		],
		rejected: ['refusé|refus|refuser', 'rejeté|rejeter|rejet', 'interdit|interdite'],
		aborted: [
			'annulé|annuler|annulation',
			'abandonné|abandonner|abandon',
			'interrompu|interrompue|interrompre',
			'suspendu|suspendue',
		],
		escalated: ['escalade|escaladé|escalader', 'manuel|manuelle|manuellement', 'astreinte'],
		degraded: [
			'dégradé',
			'partiel|partielle|partiellement',
			'repli',
			'par défaut',
			'bascule sur le secours|basculer sur le secours|basculement sur le secours',
		],
	},
	neutral: [
		'taux d erreur|taux d erreurs|taux d échec|journal d erreurs|message d erreur',
		'manuel d utilisation|manuel utilisateur',
	],
};

import type {WordTable} from './tables.js';

export const portuguese: WordTable = {
	language: 'Portuguese',
	spaced: true,
	negations: 'não|sem|nunca|nenhum|nenhuma',
	between: 'foi|foram|é|está|ainda|sido|ser|tem',
	inflections: 'o|a|os|as',
	needless:
		'não necessário|não necessária|não é necessário|não é necessária|não requerido|não requerida|desnecessário|desnecessária',
	prevented: {
		behind:
			'falhou|falhado|falhada|rejeitado|rejeitada|negado|negada|recusado|recusada|abortado|abortada|cancelado|cancelada|suspenso|suspensa',
		before:
			'falha no|falha na|falha do|falha da|falha ao|erro ao|erro no|erro na|abortar|cancelar|rejeitar|negar|recusar',
	},
	words: {
		success: [
			'sucesso|bem sucedido',
			'aprovado|aprovar',
			'autorizado',
			'autenticado',
			'completo|concluído|completado',
			'terminado|finalizado',
			'feito',
			'entregue|entregues',
			'confirmado',
			'verificado',
			'validado|válido',
			'aceito|foi aceite|pedido aceite|pagamento aceite',
			'concedido',
			'resolvido|erro resolvido|erros resolvidos|erro corrigido|erros corrigidos',
			'serviço restaurado|serviço restabelecido|serviço recuperado|sistema recuperado',
		],
		rollback: [
			'reverter|revertido|reversão',
			'desfazer|desfeito',
			'restaurar|restaurado',
			'compensar|compensado|compensação',
			'reembolsar|reembolsado|reembolso|estorno|estornar|estornado',
			'liberar estoque|liberar reserva|liberar a reserva|libertar reserva',
		],
		failure: [
			'falha|falhas|falhou|falhado|falhar|fracasso',
			'erro|erros',
			'inválido',
			'excedido',
			'expirado|esgotado',
			'incompleto',
		],
		rejected: ['rejeitado|rejeitar|rejeição', 'negado|negar', 'recusado|recusar', 'proibido'],
		aborted: ['abortado|abortar', 'cancelado|cancelar|cancelamento', 'suspenso', 'anulado', 'revogado'],
		escalated: [
			'escalar ao|escalado ao|escalar para o|escalado para o|escalonado para o',
			'escalar incidente|incidente escalado|escalonamento de incidente',
			'manualmente|intervenção manual',
			'plantão',
		],
		degraded: ['degradado', 'parcial|parciais|parcialmente', 'por padrão', 'alternativo'],
	},
	neutral: ['taxa de erro|taxa de erros|registro de erros|registo de erros|mensagem de erro'],
};

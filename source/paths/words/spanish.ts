import type {WordTable} from './tables.js';

export const spanish: WordTable = {
	language: 'Spanish',
	spaced: true,
	negations: 'no|sin|nunca|ningún|ninguna',
	between: 'fue|ha|sido|está|aún|todavía|ser|se|fueron|han',
	inflections: 'o|a|os|as',
	needless:
		'no necesario|no necesaria|no es necesario|no es necesaria|no requerido|no requerida|innecesario|innecesaria|no hace falta',
	prevented: {
		behind:
			'fallido|fallida|falló|rechazado|rechazada|denegado|denegada|abortado|abortada|cancelado|cancelada|suspendido|suspendida|anulado|anulada',
		before:
			'fallo de|fallo del|fallo en|fallo al|falló|error al|error en|abortar|cancelar|anular|rechazar|denegar|rechazo de|rechazo del',
	},
	words: {
		success: [
			'éxito|exitoso|exitosamente',
			'aprobado|aprobar',
			'autorizado',
			'autenticado',
			'completo|completado',
			'terminado|finalizado',
			'hecho',
			'entregado',
			'confirmado',
			'verificado',
			'validado|válido',
			'aceptado',
			'concedido',
			'resuelto|error resuelto|errores resueltos|error corregido|errores corregidos',
			'prueba superada|pruebas superadas|examen superado|control superado|validación superada',
			'servicio restaurado|servicio restablecido|servicio recuperado|sistema recuperado',
		],
		rollback: [
			'revertir|revertido|reversión',
			'deshacer|deshecho',
			'restaurar|restaurado',
			'compensar|compensado|compensación',
			'reembolsar|reembolsado|reembolso|devolución',
			'liberar inventario|liberar reserva|liberar stock|liberar la reserva|liberar el inventario',
		],
		failure: [
			'fallo|fallido|falló|fracaso',
			'error|errores|erróneo',
			'inválido',
			'excedido|límite superado|umbral superado|tiempo superado|máximo superado',
			'caducado|expirado|agotado',
			'incompleto',
		],
		rejected: ['rechazado|rechazar|rechazo', 'denegado|denegar', 'prohibido'],
		aborted: [
			'abortado|abortar',
			'cancelado|cancelar|cancelación',
			'suspendido',
			'anulado|anular',
			'revocado',
		],
		escalated: [
			'escalar al|escalado al|escalar a soporte|escalar a nivel|escalar a la dirección',
			'escalar el incidente|escalar incidente|incidente escalado|caso escalado|escalamiento',
			'manualmente|intervención manual',
			'guardia',
		],
		degraded: [
			'degradado',
			'parcial|parciales|parcialmente',
			'por defecto',
			'alternativo',
			'conmutación por error',
		],
	},
	neutral: ['tasa de error|tasa de errores|registro de errores|mensaje de error'],
};

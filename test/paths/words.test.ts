import {readFileSync} from 'node:fs';
import test from 'ava';
import {meaningOf} from '../../source/paths/words/meaning.js';
import {outcomeClasses, wordTables} from '../../source/paths/words/tables.js';

/** Labels as people write them, by what they say; `nothing` are those that only look as if. */
const labels: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	English: {
		success: [
			'Recovered',
			'Certificate renewed',
			'Payment approved',
			'Health check passed',
			'Error resolved',
			'Service restored',
		],
		failure: [
			'Rollback failed',
			'Failed to roll back',
			'Rollback timed out',
			'Refund failed: page nobody',
			'Not recovered',
			'Not yet approved',
			"Couldn't be verified",
			'No longer valid',
			'Unable to complete',
			'un-authorized',
			'Request timed out',
			'Deploy failed: rollout not completed',
		],
		rejected: ['Refund declined', 'No, rejected', 'Request denied'],
		rollback: [
			'Revert failed deploy',
			'Refund cancelled order',
			'Abort & rollback',
			'Cancel and refund',
			'Payment declined refund',
			'Back out the change',
			'Undo cancellation',
			'Failed – rolling back',
			'No: roll back',
			'Refund customer',
		],
		aborted: ['Abort rollback', 'Abort the rollback', 'Refund was cancelled', 'Order cancelled'],
		escalated: ['Page on-call', 'Needs help'],
		degraded: [
			'Successfully failed over',
			'Deploy failed over to backup',
			'Fell back to cache',
			'Serve cached copy',
		],
		nothing: [
			'Rollback not needed',
			'Rollback impossible',
			'Rollback not possible',
			'Rollback skipped',
			'Rollback pending',
			'Nothing to restore',
			'No need to roll back',
			'Rollback is not required',
			'Escalation not needed',
			'Customer backs out of the deal',
			'No errors',
			'Without errors',
			'No rollback',
			'Not rejected',
			'Success rate',
			'Release lock',
			'Release payment to seller',
		],
	},
	French: {
		success: ['Paiement accepté', 'C’est un succès', 'Tests réussis', 'Demande validée', 'Paiement effectué'],
		failure: [
			'Échec du retour arrière',
			'Restauration échouée',
			"N'est pas encore validé",
			'Pas approuvée',
			'Échecs',
			'Délai dépassé',
			'Non conforme',
			'Carte plus valide',
			'Sans succès',
		],
		rejected: ['Remboursement refusé', 'Commandes refusées', 'Accès interdit', 'Non, refusé'],
		rollback: [
			'Annuler et rembourser',
			'Revenir à la version précédente',
			'Client remboursé',
			'Retour en arrière',
		],
		aborted: ['Annuler le remboursement', 'Restauration annulée', 'Commande annulée', 'Abandon'],
		escalated: ["Appeler l'astreinte", 'Intervention manuelle'],
		degraded: ['Mode dégradé', 'Livraison partielle'],
		nothing: [
			'Retour arrière non nécessaire',
			'Rollback inutile',
			'Aucune erreur',
			'Sans erreur',
			'Taux d’erreur',
			'Un manuel d’utilisation',
			'Passer la commande',
		],
	},
	German: {
		success: ['Erfolgreicher Abschluss', 'Gültige Karte', 'Fehler behoben', 'Antrag genehmigt', 'Fehlerfrei'],
		failure: [
			'Rollback fehlgeschlagen',
			'Fehler beim Zurücksetzen',
			'Nicht mehr gültig',
			'Wurde noch nicht bestätigt',
			'Kein Erfolg',
			'Ungültiger Code',
			'Frist abgelaufen',
			'Fehlgeschlagen',
		],
		rejected: ['Erstattung abgelehnt', 'Kunde lehnt ab', 'Nein, abgelehnt', 'Zugriff verweigert'],
		rollback: [
			'Änderung zurücknehmen',
			'Änderung rückgängig gemacht',
			'Betrag erstattet',
			'System rollt zurück',
		],
		aborted: [
			'Rollback abbrechen',
			'Abbruch der Wiederherstellung',
			'Bestellung storniert',
			'System bricht ab',
		],
		escalated: ['Rufbereitschaft alarmieren', 'An den Leiter eskaliert'],
		degraded: ['Eingeschränkter Betrieb'],
		nothing: [
			'Rollback nicht nötig',
			'Eskalation ist nicht erforderlich',
			'Kein Fehler',
			'Ohne Fehler',
			'Passwort zurücksetzen',
			'Bereitschaft prüfen',
			'Wird geprüft',
			'Im Mai',
		],
	},
	Spanish: {
		success: [
			'Servicio recuperado',
			'Pedidos aprobados',
			'Prueba superada',
			'Fue un éxito',
			'Error corregido',
			'Tarjeta válida',
		],
		failure: [
			'Reversión fallida',
			'Error al revertir',
			'No fue aprobado',
			'No ha sido verificada',
			'Sin éxito',
			'Límite superado',
			'Pagos fallidos',
			'Tiempo agotado',
		],
		rejected: ['Reembolso rechazado', 'Solicitudes rechazadas', 'No, rechazado', 'El banco rechaza'],
		rollback: ['Reembolsar pedido cancelado', 'Revertir el despliegue', 'Importe reembolsado'],
		aborted: ['Cancelar el reembolso', 'Pedido cancelado', 'Reservas anuladas'],
		escalated: ['Escalar al supervisor', 'Incidente escalado'],
		degraded: ['Conmutación por error', 'Entrega parcial', 'Valor por defecto'],
		nothing: [
			'Rollback no es necesario',
			'Sin errores',
			'Ningún error',
			'Tasa de errores',
			'Escalar a tres réplicas',
			'Cambio de aceite',
		],
	},
	Portuguese: {
		success: [
			'Sistema recuperado',
			'Pedidos aprovados',
			'Foi um sucesso',
			'Erro corrigido',
			'Pagamento aceito',
			'Entregue',
		],
		failure: [
			'Reversão falhou',
			'Falha ao reverter',
			'Não foi aprovado',
			'Ainda não concluída',
			'Sem sucesso',
			'Falhou',
			'Tempo esgotado',
		],
		rejected: ['Reembolso negado', 'Pedidos recusados', 'Não, rejeitado', 'Acesso negado'],
		rollback: ['Estornar pedido cancelado', 'Reverter a implantação', 'Valor estornado', 'Desfazer'],
		aborted: ['Cancelar o estorno', 'Pedido cancelado', 'Conta suspensa'],
		escalated: ['Chamar o plantão', 'Escalado para o supervisor'],
		degraded: ['Entrega parcial'],
		nothing: [
			'Reversão não é necessária',
			'Sem erros',
			'Nenhum erro',
			'Taxa de erros',
			'Escalar para três réplicas',
		],
	},
	Italian: {
		success: [
			'Servizio recuperato',
			'Ordini approvati',
			'È stato un successo',
			'Test superato',
			'Errore risolto',
			'Carta valida',
		],
		failure: [
			'Ripristino fallito',
			'Errore nel ripristino',
			'Non è stato approvato',
			'Non ancora verificata',
			'Senza successo',
			'Limite superato',
			'Pagamenti falliti',
			'Scaduto',
		],
		rejected: ['Rimborso rifiutato', 'Richieste respinte', 'No, rifiutato', 'Accesso negato'],
		rollback: ['Rimborsare ordine annullato', 'Ripristinare la versione precedente', 'Importo rimborsato'],
		aborted: ['Annullare il rimborso', 'Ordini annullati', 'Interrotto'],
		escalated: ['Chiamare il reperibile', 'Intervento manuale'],
		degraded: ['Consegna parziale'],
		nothing: ['Ripristino non necessario', 'Senza errori', 'Nessun errore', 'Tasso di errore'],
	},
	Chinese: {
		success: ['已恢复', '部署成功', '通过', '审核通过', '订单已确认', '恢复正常', '错误已解决', '服務已恢復'],
		failure: [
			'回滚失败',
			'审核未通过',
			'不通过',
			'无法完成',
			'尚未完成',
			'未授权',
			'请求超时',
			'驗證失敗',
			'不正常',
			'支付不成功',
		],
		rejected: ['退款被拒绝', '银行拒绝', '申请被驳回'],
		rollback: ['回滚到旧版本', '退款给客户', '恢复旧版本'],
		aborted: ['取消回滚', '退款已取消', '订单取消', '终止流程'],
		escalated: ['转人工处理', '问题升级'],
		degraded: ['故障转移', '服务降级', '使用缓存'],
		nothing: [
			'无需回滚',
			'不需要人工处理',
			'无需批准',
			'通过邮件通知',
			'健康检查',
			'人工智能分析',
			'升级到新版本',
			'清除缓存',
			'没有错误',
			'无异常',
			'等待批准',
			'待确认',
			'有效期',
			'确认订单',
			'错误率',
		],
	},
	Japanese: {
		success: ['デプロイ成功', '上長承認', 'サービス復旧', 'エラー解消', '検証済み', '正常終了'],
		failure: [
			'ロールバックに失敗しました',
			'切り戻し失敗',
			'承認されていない',
			'まだ完了していません',
			'未完了',
			'有効期限切れ',
			'承認不可',
			'未認証',
			'異常終了',
			'確認できません',
		],
		rejected: ['返金を拒否', '申請を却下', '差し戻し', '拒否された', '不承認'],
		rollback: [
			'注文キャンセル、返金処理',
			'旧バージョンへ切り戻し',
			'ロールバック実行',
			'元に戻す',
			'返金処理',
		],
		aborted: ['ロールバックを中止', '注文を取り消し', 'キャンセル', '処理を中断'],
		escalated: ['上長へエスカレーション', '手動対応'],
		degraded: ['フェイルオーバー', '縮退運転', 'キャッシュから応答'],
		nothing: [
			'ロールバック不要',
			'承認不要',
			'承認待ち',
			'承認依頼',
			'エラーなし',
			'異常はない',
			'旧環境を停止',
			'キャッシュ更新',
			'有効期限',
			'エラー率',
			'正常性確認',
		],
	},
};

test('every language has labels for every outcome, and for none', t => {
	for (const {language} of wordTables)
		t.deepEqual(Object.keys(labels[language] ?? {}).sort(), [...outcomeClasses, 'nothing'].sort(), language);
	t.is(Object.keys(labels).length, wordTables.length);
});

test('the page of routes names every language', t => {
	const page = readFileSync('docs/paths.md', 'utf8');
	for (const {language} of wordTables) t.true(page.includes(language), language);
});

for (const [language, byOutcome] of Object.entries(labels))
	test(`labels in ${language}`, t => {
		for (const [outcome, texts] of Object.entries(byOutcome))
			for (const text of texts) t.is(meaningOf(text)?.outcome ?? 'nothing', outcome, text);
	});

test('a word far off calls no undoing off, in a label of any length', t => {
	const far = 'so we '.repeat(20);
	t.is(meaningOf(`Cancel ${far}rollback`)?.outcome, 'rollback');
	t.is(meaningOf(`Rollback ${far}failed`)?.outcome, 'rollback');
	t.is(meaningOf('rollback '.repeat(100_000))?.outcome, 'rollback');
	t.is(meaningOf('回滚'.repeat(100_000))?.outcome, 'rollback');
});

import {readFileSync} from 'node:fs';
import test from 'ava';
import {meaningOf} from '../../source/paths/words/meaning.js';
import {outcomeClasses, wordTables} from '../../source/paths/words/tables.js';

/** Labels as people write them, by what they say; `nothing` are those that only look as if. */
const labels: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	English: {
		success: ['Payment approved', 'Health check passed', 'Error resolved', 'Service restored'],
		failure: [
			'Not yet approved',
			"Couldn't be verified",
			'No longer valid',
			'Unable to complete',
			'un-authorized',
			'Request timed out',
			'Deploy failed: rollout not completed',
		],
		rejected: ['No, rejected', 'Request denied'],
		rollback: ['Failed – rolling back', 'No: roll back', 'Refund customer'],
		aborted: ['Order cancelled'],
		escalated: ['Page on-call', 'Needs help'],
		degraded: ['Serve cached copy'],
		nothing: [
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
			"N'est pas encore validé",
			'Pas approuvée',
			'Échecs',
			'Délai dépassé',
			'Non conforme',
			'Carte plus valide',
			'Sans succès',
		],
		rejected: ['Commandes refusées', 'Accès interdit', 'Non, refusé'],
		rollback: ['Revenir à la version précédente', 'Client remboursé', 'Retour en arrière'],
		aborted: ['Commande annulée', 'Abandon'],
		escalated: ["Appeler l'astreinte", 'Intervention manuelle'],
		degraded: ['Mode dégradé', 'Livraison partielle'],
		nothing: [
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
			'Nicht mehr gültig',
			'Wurde noch nicht bestätigt',
			'Kein Erfolg',
			'Ungültiger Code',
			'Frist abgelaufen',
			'Fehlgeschlagen',
		],
		rejected: ['Kunde lehnt ab', 'Nein, abgelehnt', 'Zugriff verweigert'],
		rollback: ['Änderung rückgängig gemacht', 'Betrag erstattet', 'System rollt zurück'],
		aborted: ['Bestellung storniert', 'System bricht ab'],
		escalated: ['Rufbereitschaft alarmieren', 'An den Leiter eskaliert'],
		degraded: ['Eingeschränkter Betrieb'],
		nothing: [
			'Kein Fehler',
			'Ohne Fehler',
			'Passwort zurücksetzen',
			'Bereitschaft prüfen',
			'Wird geprüft',
			'Im Mai',
		],
	},
	Spanish: {
		success: ['Pedidos aprobados', 'Prueba superada', 'Fue un éxito', 'Error corregido', 'Tarjeta válida'],
		failure: [
			'No fue aprobado',
			'No ha sido verificada',
			'Sin éxito',
			'Límite superado',
			'Pagos fallidos',
			'Tiempo agotado',
		],
		rejected: ['Solicitudes rechazadas', 'No, rechazado', 'El banco rechaza'],
		rollback: ['Revertir el despliegue', 'Importe reembolsado'],
		aborted: ['Pedido cancelado', 'Reservas anuladas'],
		escalated: ['Escalar al supervisor', 'Incidente escalado'],
		degraded: ['Entrega parcial', 'Valor por defecto'],
		nothing: [
			'Sin errores',
			'Ningún error',
			'Tasa de errores',
			'Escalar a tres réplicas',
			'Cambio de aceite',
		],
	},
	Portuguese: {
		success: ['Pedidos aprovados', 'Foi um sucesso', 'Erro corrigido', 'Pagamento aceito', 'Entregue'],
		failure: ['Não foi aprovado', 'Ainda não concluída', 'Sem sucesso', 'Falhou', 'Tempo esgotado'],
		rejected: ['Pedidos recusados', 'Não, rejeitado', 'Acesso negado'],
		rollback: ['Reverter a implantação', 'Valor estornado', 'Desfazer'],
		aborted: ['Pedido cancelado', 'Conta suspensa'],
		escalated: ['Chamar o plantão', 'Escalado para o supervisor'],
		degraded: ['Entrega parcial'],
		nothing: ['Sem erros', 'Nenhum erro', 'Taxa de erros', 'Escalar para três réplicas'],
	},
	Italian: {
		success: ['Ordini approvati', 'È stato un successo', 'Test superato', 'Errore risolto', 'Carta valida'],
		failure: [
			'Non è stato approvato',
			'Non ancora verificata',
			'Senza successo',
			'Limite superato',
			'Pagamenti falliti',
			'Scaduto',
		],
		rejected: ['Richieste respinte', 'No, rifiutato', 'Accesso negato'],
		rollback: ['Ripristinare la versione precedente', 'Importo rimborsato'],
		aborted: ['Ordini annullati', 'Interrotto'],
		escalated: ['Chiamare il reperibile', 'Intervento manuale'],
		degraded: ['Consegna parziale'],
		nothing: ['Senza errori', 'Nessun errore', 'Tasso di errore'],
	},
	Chinese: {
		success: ['部署成功', '通过', '审核通过', '订单已确认', '恢复正常', '错误已解决', '服務已恢復'],
		failure: [
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
		rejected: ['银行拒绝', '申请被驳回'],
		rollback: ['回滚到旧版本', '退款给客户', '恢复旧版本'],
		aborted: ['订单取消', '终止流程'],
		escalated: ['转人工处理', '问题升级'],
		degraded: ['服务降级', '使用缓存'],
		nothing: [
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
			'承認されていない',
			'まだ完了していません',
			'未完了',
			'有効期限切れ',
			'承認不可',
			'未認証',
			'異常終了',
			'確認できません',
		],
		rejected: ['申請を却下', '差し戻し', '拒否された', '不承認'],
		rollback: ['旧バージョンへ切り戻し', 'ロールバック実行', '元に戻す', '返金処理'],
		aborted: ['注文を取り消し', 'キャンセル', '処理を中断'],
		escalated: ['上長へエスカレーション', '手動対応'],
		degraded: ['縮退運転', 'キャッシュから応答'],
		nothing: [
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

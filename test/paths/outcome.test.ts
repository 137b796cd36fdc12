import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {Diagram, type Edge} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';
import {visitsOf} from '../../source/paths/detours.js';
import {networkOf, startsOf} from '../../source/paths/network.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {outlook} from '../../source/paths/outlook.js';
import {reason} from '../../source/paths/reason.js';
import {unavoidable} from '../../source/paths/unavoidable.js';
import {meaningOf} from '../../source/paths/words/meaning.js';
import {nodesOn, routesFrom} from '../helpers/brute-force.js';
import {diagramOf, randomDiagram} from '../helpers/random-diagram.js';
import {sketch} from '../helpers/sketch.js';

const blueGreen = read(readFileSync('samples/blue-green.fz', 'utf8')).diagram;
const meaning = (label: string): string | undefined => meaningOf(label)?.outcome;

function verdicts(diagram: Diagram, overrides?: Parameters<typeof outcomesOf>[1]): string[] {
	const outcomes = outcomesOf(diagram, overrides);
	return startsOf(diagram)
		.flatMap(start => routesFrom(diagram, start, 1))
		.map(route => {
			const verdict = outcomes.verdict(visitsOf(diagram, diagram.edge(route.at(-1) ?? '').to, route));
			return `${verdict.outcome}: ${reason(verdict)}`;
		});
}

test('words count whole, in any case, the negative ones first', t => {
	const expected: readonly (readonly [string, string | undefined])[] = [
		['Success', 'success'],
		['ROLLED BACK', 'rollback'],
		['Roll-back the release', 'rollback'],
		['unauthorized', 'failure'],
		['Unhealthy', 'failure'],
		['Post to Slack', undefined],
		['callback', undefined],
		['fallback', 'degraded'],
		['Not approved', 'failure'],
		['Payment failed, order cancelled', 'failure'],
		['Rolled back successfully', 'rollback'],
		['CircuitOpenError', 'failure'],
		['Error rates fine', undefined],
		['Return 401', 'failure'],
		['200 OK', 'success'],
		['Wait 500 ms', undefined],
		['> 400 EUR', undefined],
		['Scale web to 400 replicas', undefined],
		['Step 200', undefined],
		['Answer 401 or 429', 'failure'],
		['503 errors', 'failure'],
		['5xx', 'failure'],
		['Release to production', undefined],
		['Release inventory', 'rollback'],
		['Yes', undefined],
		['', undefined],
	];
	for (const [label, outcome] of expected) t.is(meaning(label), outcome, label);
});

test('words of other languages, with and without accents', t => {
	const expected: readonly (readonly [string, string | undefined])[] = [
		['Déploiement réussi', 'success'],
		['Echoue', 'failure'],
		['Non validé', 'failure'],
		['Retour arrière', 'rollback'],
		['Commande annulée', 'aborted'],
		['Erfolgreich bereitgestellt', 'success'],
		['Nicht genehmigt', 'failure'],
		['Änderung rückgängig machen', 'rollback'],
		['Pago rechazado', 'rejected'],
		['Reembolso', 'rollback'],
		['Não aprovado', 'failure'],
		['Concluído', 'success'],
		['Ordine annullato', 'aborted'],
		['Riuscito', 'success'],
		['部署成功', 'success'],
		['未完成', 'failure'],
		['回滚版本', 'rollback'],
		['デプロイ失敗', 'failure'],
		['承認されない', 'failure'],
		['ロールバック', 'rollback'],
		['却下', 'rejected'],
		['第一步', undefined],
	];
	for (const [label, outcome] of expected) t.is(meaning(label), outcome, label);
});

test('blue-green: every verdict with the words it rests on', t => {
	t.deepEqual(verdicts(blueGreen), [
		'success: n19 “Mark deployment complete”, edge “Success”',
		'rollback: n20 “Revert to old environment”, edge “Rolled back”',
		'rollback: n13 “Rollback deployment”, edge “Failed”',
		'success: n19 “Mark deployment complete”, edge “Success”',
		'rollback: n20 “Revert to old environment”, edge “Rolled back”',
		'rollback: n13 “Rollback deployment”, edge “Failed”',
	]);
});

test('a person overrides and adds outcomes, of nodes and of edges; what names nothing is refused', t => {
	const overrides = new Map([
		['clean', ['n13']],
		['reverted', ['e22']],
	]);
	t.deepEqual(verdicts(blueGreen, overrides).slice(0, 3), [
		'success: n19 “Mark deployment complete”, edge “Success”',
		'reverted: edge “Rolled back” as told',
		'clean: n13 “Rollback deployment” as told',
	]);
	const given = (name: string) => outcomesOf(blueGreen, overrides).isGiven(name);
	t.deepEqual(['clean', 'reverted', 'success', 'rollback'].map(given), [true, true, false, false]);
	t.throws(() => outcomesOf(blueGreen, new Map([['success', ['n99']]])), {
		instanceOf: RangeError,
		message: /n99/,
	});
});

test('a retry is a detour: what it said is forgotten', t => {
	const diagram = diagramOf(
		[
			['circle', 'Start'],
			['rectangle', 'Ask'],
			['diamond', 'Valid?'],
			['rectangle', 'Show error'],
			['circle', 'Inside'],
		],
		[
			[0, 1, ''],
			[1, 2, ''],
			[2, 3, 'No'],
			[3, 1, 'Retry/Rejected'],
			[2, 4, 'Yes'],
		],
	);
	t.deepEqual(verdicts(diagram), ['Inside: ends in n4 “Inside”', 'Inside: ends in n4 “Inside”']);
});

test('never ends, dead end, and an end in no circle that names its outcome', t => {
	const diagram = diagramOf(
		[
			['circle', 'Start'],
			['rectangle', 'Loop'],
			['rectangle', 'Stuck'],
			['rectangle', 'Send rejection'],
			['diamond', '?'],
		],
		[
			[0, 4, ''],
			[4, 1, ''],
			[1, 1, ''],
			[4, 2, 'approved'],
			[4, 3, 'rejected'],
			[4, 2, ''],
		],
	);
	t.deepEqual(verdicts(diagram), [
		'never ends: no way out from n1 “Loop”',
		'success: edge “approved”',
		'rejected: edge “rejected”, n3 “Send rejection”'.replace(
			'n3 “Send rejection”, edge “rejected”',
			'edge “rejected”, n3 “Send rejection”',
		),
		'dead end: stops in n2 “Stuck”, which is no circle',
	]);
});

test('a word that every route has met is what the process is about', t => {
	const diagram = diagramOf(
		[
			['circle', 'Start rollback'],
			['diamond', 'Which?'],
			['rectangle', 'Rollback blue'],
			['circle', 'Blue'],
			['rectangle', 'Call Ana'],
			['circle', 'Green'],
		],
		[
			[0, 1, ''],
			[1, 2, ''],
			[2, 3, ''],
			[1, 4, ''],
			[4, 5, 'Escalated'],
		],
	);
	t.deepEqual(verdicts(diagram), ['Blue: ends in n3 “Blue”', 'escalated: edge “Escalated”']);
});

test('an open route has no outcome yet; a hostile label never reaches the reason', t => {
	const outcomes = outcomesOf(blueGreen);
	t.is(outcomes.verdict([]).outcome, 'open');
	t.is(outcomes.verdict(visitsOf(blueGreen, 'n13', ['e12'])).outcome, 'open');
	const diagram = diagramOf(
		[
			['circle', 'a'],
			['circle', '\u001B[31mred'],
			['circle', 'b'],
		],
		[
			[0, 1, ''],
			[0, 2, ''],
		],
	);
	t.is(verdicts(diagram)[0], '␛[31mred: ends in n1 “␛[31mred”');
});

test('a process beside it changes no outcome of the other routes', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const island =
		'n21: circle label:"Escalate"\nn22: circle label:"Called"\nn21.handle(right) -> n22.handle(left)';
	const {diagram} = read(text.replace('\nn2:', `\n${island}\nn2:`));
	t.is(diagram.nodes.length, 22);
	const {outcomes} = outlook(outcomesOf(diagram)).all();
	t.deepEqual(
		outcomes.map(({outcome, count}) => [outcome, Number(count)]),
		[
			['success', 2],
			['rollback', 4],
			['Called', 1],
		],
	);
});

test('what stands on every route: as brute force says', t => {
	fc.assert(
		fc.property(randomDiagram(6), diagram => {
			const must = unavoidable(networkOf(diagram));
			const all = startsOf(diagram).flatMap(start =>
				routesFrom(diagram, start, 0).map(edges => ({
					start,
					nodes: new Set(nodesOn(diagram, start, edges)),
					edges: new Set(edges),
				})),
			);
			const process = new Map(diagram.nodes.map(({id}) => [id, id]));
			for (const _ of diagram.nodes)
				for (const {from, to} of diagram.edges) {
					const first = [process.get(from) ?? '', process.get(to) ?? ''].sort()[0] ?? '';
					process.set(from, first).set(to, first);
				}
			const routesWith = (node: string) => all.filter(({start}) => process.get(start) === process.get(node));
			const isOnAll = (node: string, holds: (route: (typeof all)[number]) => boolean) =>
				routesWith(node).length > 0 && routesWith(node).every(holds);
			// A round in a trap is part of a route, but a route has come to its end when it enters the trap.
			const net = networkOf(diagram);
			diagram.nodes.forEach((node, index) => {
				if (!net.trap[net.component[index] ?? 0])
					t.is(
						must.nodes.has(index),
						isOnAll(node.id, route => route.nodes.has(node.id)),
						node.id,
					);
			});
			diagram.edges.forEach((edge, index) => {
				const inTrap = net.trap[net.component[net.nodeOf.get(edge.from) ?? 0] ?? 0];
				if (!inTrap)
					t.is(
						must.edges.has(index),
						isOnAll(edge.from, route => route.edges.has(edge.id)),
						edge.id,
					);
			});
		}),
		{numRuns: 500},
	);
});

/** A diagram whose every route undoes something, by one of two ways, before it is asked what came of it. */
function restoring(ends: readonly string[], more: readonly string[] = []): string {
	return [
		'A { # A',
		'n1: circle label:"Corruption found"',
		'n2: diamond label:"Backup good?"',
		'n3: rectangle label:"Restore from snapshot"',
		'n4: rectangle label:"Restore from tape"',
		'n5: diamond label:"All there?"',
		...ends.map((label, index) => `n${index + 6}: circle label:"${label}"`),
		'n1.handle(right) -> n2.handle(left)',
		'n2.handle(right) -> n3.handle(left) [label="Yes"]',
		'n2.handle(bottom) -> n4.handle(left) [label="No"]',
		'n3.handle(right) -> n5.handle(left)',
		'n4.handle(right) -> n5.handle(bottom)',
		...ends.map((_, index) => `n5.handle(right) -> n${index + 6}.handle(left)`),
		...more,
		'}',
	].join('\n');
}

test('where words say the same of every route, and no success, its ends speak', t => {
	const outcomes = (text: string) => [
		...new Set(verdicts(read(text).diagram).map(told => told.split(':')[0])),
	];
	t.deepEqual(outcomes(restoring(['Reopened', 'Handed over'])), ['Reopened', 'Handed over']);
	t.deepEqual(outcomes(restoring(['Reopened', 'Escalated'])), ['rollback', 'escalated']);
	t.deepEqual(outcomes(restoring(['Over', 'over'])), ['rollback'], 'no end differs');
	t.deepEqual(
		outcomes(restoring(['Restored here', 'Restored there'])),
		['rollback'],
		'nor does what ends say',
	);
	t.deepEqual(outcomes(restoring(['Reopened', 'Rolled back'])), ['Reopened', 'rollback']);
	t.deepEqual(outcomes(restoring(['Reopened', 'Reopened successfully'])), ['rollback', 'success']);
	const beside = [
		'n9: rectangle label:"Nothing to do"',
		'n2.handle(top) -> n9.handle(left) [label="No loss"]',
	];
	t.deepEqual(
		outcomes(restoring(['Reopened', 'Handed over'], [...beside, 'n9.handle(right) -> n5.handle(top)'])),
		['rollback', 'Reopened', 'Handed over'],
	);
	const approved = restoring(['Reopened', 'Handed over']).replace(/Restore from/g, 'Approved from');
	t.deepEqual(outcomes(approved), ['success']);
});

/** Diagrams of decisions from a start to two ends, most of whose steps undo or fail. */
const steps = fc.constantFrom('Roll back', 'Refund', 'Failed', 'Work', 'Approved');
const decisions = fc
	.tuple(fc.array(fc.tuple(steps, fc.nat(), fc.nat()), {minLength: 1, maxLength: 5}), steps, steps)
	.map(([middle, ...ends]) => {
		const later = (from: number, by: number) => from + 1 + (by % (middle.length + 2 - from));
		return diagramOf(
			[
				['circle', ''],
				...middle.map(([label]) => ['rectangle', label] as const),
				['circle', `${ends[0]} 1`],
				['circle', `${ends[1]} 2`],
			],
			[
				[0, 1, ''],
				...middle.flatMap(([, one, other], index) =>
					[one, other].map(by => [index + 1, later(index + 1, by), ''] as const),
				),
			],
		);
	});

test('no words that say the same of every route hide that its ends differ', t => {
	let told = 0;
	fc.assert(
		fc.property(decisions, diagram => {
			const ends = new Set(routesFrom(diagram, 'n0', 1).map(route => diagram.edge(route.at(-1) ?? '').to));
			const {in: into} = networkOf(diagram);
			const said = [...ends].map(id => meaning(diagram.node(id).label));
			if (said[0] !== undefined && said[0] === said[1]) return;
			if (ends.size < 2 || into.filter(edges => edges.length === 0).length > 1) return;
			told += 1;
			const came = new Set(verdicts(diagram).map(told => told.split(':')[0]));
			for (const outcome of ['rollback', 'failure']) t.notDeepEqual([...came], [outcome]);
		}),
		{numRuns: 2000},
	);
	t.true(told > 100);
});

test('what no route comes to changes no outcome', t => {
	const lines = ['(s) -> <Paid?> -Late-> Cancel order -> (End)', '<Paid?> -Cancelled-> (End)'];
	const told = verdicts(sketch(...lines));
	t.regex(told[0] ?? '', /^aborted:/);
	for (const more of [['(Legend)'], ['Legend'], ['aside -> (Legend)', 'aside -> Cancel order']])
		t.deepEqual(verdicts(sketch(...lines, ...more)), told, more.join());
});

test('the condition of a loop line, and a label that asks, name no outcome', t => {
	const loop = sketch('(s) -> Review -> (End)', '<Change?> -Yes-> Review', '<Change?> -No-> (Stopped)');
	const {lanes, nodes, edges, loops} = loop;
	const back = {
		...edges[0],
		id: 'loop1',
		from: 'Review',
		to: 'Change?',
		label: 'until approved',
		synthetic: true,
	};
	const implied = new Diagram({lanes, nodes, edges: [...edges, back as Edge], loops});
	t.deepEqual([...new Set(verdicts(implied).map(told => told.split(':')[0]))].sort(), ['End', 'Stopped']);
	const asking = sketch('(s) -> <Go?> -Yes-> Work -Error?-> (End)', '<Go?> -No-> (Off)');
	t.deepEqual(
		verdicts(asking).map(told => told.split(':')[0]),
		['End', 'Off'],
	);
});

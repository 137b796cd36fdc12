import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import type {Diagram} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';
import {leave, networkOf, startsOf} from '../../source/paths/network.js';
import {type Outcomes, open, outcomesOf} from '../../source/paths/outcome.js';
import {type Counts, everything, Query, type Question} from '../../source/paths/query.js';
import {RouteMaker} from '../../source/paths/route.js';
import {shortestRoute} from '../../source/paths/way.js';
import {nodesOn, routesFrom, verdictOn} from '../helpers/brute-force.js';
import {diagramOf, randomDiagram} from '../helpers/random-diagram.js';
import {sketch} from '../helpers/sketch.js';

const blueGreen = read(readFileSync('samples/blue-green.fz', 'utf8')).diagram;

function counted({total, outcomes}: Counts) {
	return {
		total: total.value,
		...Object.fromEntries(outcomes.map(({outcome, count}) => [outcome, count.value])),
	};
}

/** The routes that answer a question, by its definition. */
function byDefinition(diagram: Diagram, outcomes: Outcomes, question: Question): string[][] {
	const starts = question.from.length > 0 ? question.from : startsOf(diagram);
	return starts.flatMap(start =>
		routesFrom(diagram, start, question.rounds, {to: question.to[0]}).filter(edges => {
			const nodes = nodesOn(diagram, start, edges);
			const {outcome} = verdictOn(outcomes, start, edges);
			return (
				question.via.every(node => nodes.includes(node)) &&
				!question.avoid.some(node => nodes.includes(node)) &&
				(question.outcomes.length === 0 || question.outcomes.includes(outcome))
			);
		}),
	);
}

const questions = randomDiagram(6).chain(diagram => {
	const ids = fc.constantFrom(...diagram.nodes.map(node => node.id));
	const some = (most: number) =>
		fc.oneof(
			{weight: 2, arbitrary: fc.constant([])},
			{weight: 1, arbitrary: fc.uniqueArray(ids, {maxLength: most})},
		);
	return fc.record({
		diagram: fc.constant(diagram),
		rounds: fc.constantFrom(0, 1, 1),
		from: some(1),
		to: some(1),
		via: some(3),
		avoid: some(2),
		outcomes: fc.oneof(
			fc.constant([]),
			fc.constantFrom(...outcomesOf(diagram).names).map(name => [name]),
		),
	});
});

test('on random diagrams and questions: the count, the listing and brute force agree', t => {
	fc.assert(
		fc.property(questions, ({diagram, ...question}) => {
			const outcomes = outcomesOf(diagram);
			const query = new Query(outcomes, question);
			const expected = byDefinition(diagram, outcomes, question);
			const routes = [...query.routes()];
			const found = routes.map(({edges, decisions}) =>
				decisions.at(-1)?.edge === leave ? [...edges, leave] : edges,
			);
			t.deepEqual(found, expected);
			for (const [index, {nodes, verdict}] of routes.entries())
				t.deepEqual(verdict, verdictOn(outcomes, nodes[0] ?? '', found[index] ?? []));
			const counts = query.count();
			t.true(counts.total.exact);
			t.is(counts.total.value, BigInt(expected.length));
			for (const {outcome, count} of counts.outcomes)
				t.is(count.value, BigInt(routes.filter(route => route.verdict.outcome === outcome).length), outcome);
		}),
		{numRuns: 3000},
	);
});

test('a maker of routes makes the same of a route whatever it made before', t => {
	fc.assert(
		fc.property(randomDiagram(6), fc.infiniteStream(fc.nat()), (diagram, choices) => {
			const outcomes = outcomesOf(diagram);
			const net = networkOf(diagram);
			const routes = [...new Query(outcomes, everything).routes()];
			const one = new RouteMaker(outcomes);
			for (const choice of choices.take(20)) {
				const route = routes[choice % routes.length];
				if (!route) break;
				// Any beginning of a route is one too: what a longer one left behind must not be taken for it.
				const edges = route.edges
					.slice(0, choice % (route.edges.length + 1))
					.map(id => net.edgeOf.get(id) ?? -1);
				const origin = net.nodeOf.get(route.nodes[0] ?? '') ?? -1;
				t.deepEqual(one.make(1, origin, edges), new RouteMaker(outcomes).make(1, origin, edges));
			}
		}),
		{numRuns: 300},
	);
});

test('blue-green: six routes in file order, with decisions, ids and verdicts', t => {
	const routes = [...new Query(outcomesOf(blueGreen), everything).routes()];
	t.deepEqual(
		routes.map(({number, verdict, decisions}) => [
			number,
			verdict.outcome,
			decisions.map(d => `${d.node}=${d.choice}`).join(' '),
		]),
		[
			[1, 'success', 'n7=Blue n11=Yes n18=Yes'],
			[2, 'rollback', 'n7=Blue n11=Yes n18=No'],
			[3, 'rollback', 'n7=Blue n11=No'],
			[4, 'success', 'n7=Green n11=Yes n18=Yes'],
			[5, 'rollback', 'n7=Green n11=Yes n18=No'],
			[6, 'rollback', 'n7=Green n11=No'],
		],
	);
	t.is(new Set(routes.map(route => route.id)).size, 6);
	t.true(routes.every(route => /^[0-9a-f]{16}$/.test(route.id)));
});

test('an id outlives other edges and another order of the file', t => {
	const nodes = [
		['circle', 'a'],
		['diamond', 'b'],
		['circle', 'c'],
		['circle', 'd'],
	] as const;
	const one = diagramOf(nodes, [
		[0, 1, ''],
		[1, 2, 'Yes'],
	]);
	const other = diagramOf(nodes, [
		[1, 3, 'No'],
		[1, 2, 'Yes'],
		[0, 1, ''],
	]);
	const ids = (diagram: Diagram) =>
		[...new Query(outcomesOf(diagram), {...everything, from: ['n0']}).routes()].map(r => r.id);
	t.is(ids(one)[0], ids(other)[1]);
});

test('two labelled edges between two nodes are two routes', t => {
	const diagram = diagramOf(
		[
			['diamond', 'Sure?'],
			['circle', 'End'],
		],
		[
			[0, 1, 'Yes'],
			[0, 1, 'No'],
		],
	);
	t.deepEqual(
		[...new Query(outcomesOf(diagram), everything).routes()].map(route => route.decisions[0]?.choice),
		['Yes', 'No'],
	);
});

test('a question narrows the routes', t => {
	const ask = (question: Partial<Question>) =>
		counted(new Query(outcomesOf(blueGreen), {...everything, ...question}).count());
	t.deepEqual(ask({outcomes: ['rollback']}), {total: 4n, rollback: 4n});
	t.deepEqual(ask({via: ['n8', 'n13']}), {total: 1n, rollback: 1n});
	t.deepEqual(ask({avoid: ['n13']}), {total: 4n, success: 2n, rollback: 2n});
	t.deepEqual(ask({from: ['n18']}), {total: 2n, success: 1n, rollback: 1n});
	t.deepEqual(ask({to: ['n18']}), {total: 2n, open: 2n});
	t.deepEqual(ask({from: ['n13'], outcomes: ['success']}), {total: 0n});
});

test('a question about what is not there is refused', t => {
	const outcomes = outcomesOf(blueGreen);
	t.throws(() => new Query(outcomes, {...everything, via: ['n99']}), {message: 'no node is called n99'});
	t.throws(() => new Query(outcomes, {...everything, outcomes: ['glory']}), {
		message: 'no outcome is called glory; there are: success, rollback',
	});
});

/** A start that leads to the end, and into 2 × `size` steps full of choices that only lead back to the start. */
function retryTrap(size: number): Diagram {
	const ladder = Array.from({length: size}, (_, i): [number, number, string][] => [
		[i + 2, i + 3, 'a'],
		[i + 2, i + 3, 'b'],
	]).flat();
	const nodes = Array.from({length: size + 3}, (_, i): ['circle' | 'diamond', string] => [
		i === 1 ? 'circle' : 'diamond',
		'',
	]);
	return diagramOf(nodes, [[0, 2, 'try'], ...ladder, [size + 2, 0, 'again'], [0, 1, 'out']]);
}

test('routes that begin with certain edges are those of the listing that do', t => {
	fc.assert(
		fc.property(randomDiagram(6), fc.nat(), fc.nat(), (diagram, which, length) => {
			const query = new Query(outcomesOf(diagram), everything);
			const all = [...query.routes()].map(({id, edges}) => ({id, edges}));
			const edges = all[which % Math.max(1, all.length)]?.edges ?? [];
			const along = edges.slice(0, length % (edges.length + 1));
			const found = [...query.search(along)].flatMap(route => (route === 'searching' ? [] : [route]));
			t.deepEqual(
				found.map(({id}) => id),
				all.filter(route => along.every((edge, at) => edge === route.edges[at])).map(({id}) => id),
			);
		}),
		{numRuns: 500},
	);
});

test('a region full of choices that only leads back does not hold up the listing', t => {
	const query = new Query(outcomesOf(retryTrap(40)), {...everything, rounds: 0});
	const [walk] = query.walks({budget: 10_000});
	t.true(walk?.next());
	t.is(walk?.length, 1);
	t.false(walk?.next());
	t.false(walk?.gaveUp);
	t.is(query.count().total.value, 1n);
});

test('between two routes there is little work, however many there are', t => {
	const query = new Query(outcomesOf(retryTrap(40)), {...everything, from: ['n0']});
	const [walk] = query.walks();
	let before = 0;
	for (let index = 0; index < 1000 && walk?.next(); index++) {
		t.true(walk.steps - before < 1000);
		before = walk.steps;
	}
	t.is(query.count().total.value, 1n + 2n ** 40n);
});

test('a chain of 10,000 nodes is one route of 9,999 edges', t => {
	const chain = diagramOf(
		Array.from({length: 10_000}, (): ['rectangle', string] => ['rectangle', '']),
		Array.from({length: 9999}, (_, i): [number, number, string] => [i, i + 1, '']),
	);
	t.deepEqual(
		[...new Query(outcomesOf(chain), everything).routes()].map(route => route.edges.length),
		[9999],
	);
});

test('a loop that only its line closes is gone round or left, where nothing else leads on too', t => {
	const routesOf = (...lines: string[]) =>
		[...new Query(outcomesOf(sketch(...lines)), everything).routes()].map(
			({nodes, decisions, verdict}) =>
				`${nodes.join(' ')} (${decisions.map(({choice}) => choice).join(', ')}): ${verdict.outcome}`,
		);
	t.deepEqual(routesOf('(s) -> try -> (end) ~again~> try'), [
		's try end try end (again, leave): end',
		's try end (leave): end',
	]);
	t.deepEqual(routesOf('(s) -> <ok?> -Yes-> (end)', '<ok?> -No-> look ~again~> <ok?>'), [
		's ok? end (Yes): end',
		's ok? look ok? end (No, again, Yes): end',
		's ok? look ok? look (No, again, No, leave): dead end',
		's ok? look (No, leave): dead end',
	]);
});

test('what is said on the way into a loop is what a route comes to that leaves it there', t => {
	const outcomes = outcomesOf(sketch('(s) -> <ok?> -Failed-> look ~again~> <ok?>', '<ok?> -Fine-> (end)'));
	t.deepEqual(
		new Query(outcomes, everything).count().outcomes.map(({outcome, count}) => `${outcome} ${count.value}`),
		['failure 2', 'end 2'],
	);
});

test('edges that are alike in all but their place are routes of their own', t => {
	const diagram = diagramOf(
		[
			['circle', ''],
			['diamond', ''],
			['circle', ''],
		],
		[
			[0, 1, ''],
			[1, 2, 'a'],
			[1, 2, 'a'],
		],
	);
	const ids = Array.from(new Query(outcomesOf(diagram), everything).routes(), ({id}) => id);
	t.is(new Set(ids).size, 2);
});

/** A question without nodes to pass, and what a person calls an outcome. */
const restricted = questions.chain(({diagram, rounds, from, to, avoid}) =>
	fc.record({
		diagram: fc.constant(diagram),
		question: fc.constant({...everything, rounds, from, to, avoid}),
		// Where a goal lies in a cycle that nothing leaves, the listing forgets what a round there says, the verdict does not.
		given: fc.uniqueArray(fc.constantFrom(...diagram.nodes, ...diagram.edges), {
			maxLength: to.length > 0 ? 0 : 3,
		}),
	}),
);

test('on random diagrams and questions: a shortest route to an outcome is the shortest of those listed', t => {
	fc.assert(
		fc.property(restricted, ({diagram, question, given}) => {
			const outcomes = outcomesOf(diagram, new Map(given.map(({id}, index) => [`given ${index}`, [id]])));
			const query = new Query(outcomes, question);
			const routes = [...query.routes()];
			for (const name of [...outcomes.names, open]) {
				const line = shortestRoute(query.part, name);
				const found = line && new RouteMaker(outcomes).make(0, line.origin, line.edges);
				const same = routes.find(
					({id, decisions}) =>
						id === found?.id &&
						(decisions.at(-1)?.edge === leave) === (found.decisions.at(-1)?.edge === leave),
				);
				t.is(found === undefined, same === undefined);
				const lengths = routes.filter(({verdict}) => verdict.outcome === name).map(({edges}) => edges.length);
				t.is(same?.verdict.outcome, lengths.length > 0 ? name : undefined);
				t.is(found?.edges.length ?? Number.POSITIVE_INFINITY, Math.min(...lengths));
			}
		}),
		{numRuns: 3000},
	);
});

test('what is said behind the node where a route goes round is no outcome of it', t => {
	const diagram = sketch('<a> -> b -> c -> <a>', 'c -> b');
	const [first = '', , third = ''] = diagram.edges.map(({id}) => id);
	const outcomes = outcomesOf(
		diagram,
		new Map([
			['begun', [first]],
			['over', [diagram.edge(third).from]],
		]),
	);
	const {part} = new Query(outcomes, everything);
	t.is(shortestRoute(part, 'begun'), undefined);
	t.is(shortestRoute(part, 'over')?.edges.length, 3);
});

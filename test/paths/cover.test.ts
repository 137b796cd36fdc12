import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import type {Diagram} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';
import {basis} from '../../source/paths/basis.js';
import {coverEdges, type Line} from '../../source/paths/cover.js';
import {leave, networkOf, startsOf} from '../../source/paths/network.js';
import {isLoopEnd, isTrapped, nodesOn, reaches, routesFrom} from '../helpers/brute-force.js';
import {diagramOf, randomDiagram} from '../helpers/random-diagram.js';

const blueGreen = read(readFileSync('samples/blue-green.fz', 'utf8')).diagram;

/** Edges that any route takes, and where one may leave a loop without. */
function reached(diagram: Diagram): string[] {
	const starts = startsOf(diagram);
	const isReached = (node: string) => starts.some(start => start === node || reaches(diagram, start, node));
	return [
		...diagram.edges.filter(({from}) => isReached(from)).map(edge => edge.id),
		...diagram.nodes
			.filter(({id}) => isReached(id) && isLoopEnd(diagram, id))
			.map(({id}) => `${leave} ${id}`),
	];
}

/** Every route by definition, named as {@link reached} names edges. */
function allRoutes(diagram: Diagram): string[][] {
	return startsOf(diagram).flatMap(start =>
		routesFrom(diagram, start, 1).map(route => {
			const end = nodesOn(diagram, start, route).at(-1);
			return route.map(edge => (edge === leave ? `${leave} ${end}` : edge));
		}),
	);
}

function ids(diagram: Diagram, line: Line): string[] {
	const {from} = networkOf(diagram);
	const left = (edge: number) => `${leave} ${diagram.nodes[from[edge] ?? -1]?.id}`;
	return line.edges.map(edge => diagram.edges[edge]?.id ?? left(edge));
}

/** Whether edges lead one to the next from a start to an end. */
function isRoute(diagram: Diagram, line: Line): boolean {
	const edges = ids(diagram, line);
	const isLeft = edges.at(-1)?.startsWith(leave) === true;
	const steps = edges.slice(0, isLeft ? -1 : undefined).map(edge => diagram.edge(edge));
	const first = diagram.nodes[line.origin]?.id ?? '';
	const last = steps.at(-1)?.to ?? first;
	return (
		startsOf(diagram).includes(first) &&
		steps.every((edge, index) => edge.from === (steps[index - 1]?.to ?? first)) &&
		(isLeft ? isLoopEnd(diagram, last) : diagram.out(last).length === 0 || isTrapped(diagram, last))
	);
}

/** The least number of `routes` that together hold all of `edges`, trying ever more. */
function leastCover(routes: readonly string[][], edges: readonly string[]): number {
	const whole = 2 ** edges.length - 1;
	const sets = routes.map(route =>
		edges.reduce((set, edge, index) => (route.includes(edge) ? set | (1 << index) : set), 0),
	);
	let reachable = new Set([0]);
	for (let count = 0; ; count++) {
		if (reachable.has(whole)) return count;
		reachable = new Set([...reachable].flatMap(set => sets.map(other => set | other)));
	}
}

test('three routes take every edge of blue-green', t => {
	t.deepEqual(
		coverEdges(networkOf(blueGreen)).map(line => ids(blueGreen, line).join(' ')),
		[
			'e1 e2 e3 e5 e6 e8 e10 e11 e13 e15 e16 e17 e18 e19 e21 e4',
			'e1 e2 e3 e5 e6 e8 e10 e11 e13 e15 e16 e17 e18 e20 e22 e4',
			'e1 e2 e3 e5 e7 e9 e10 e12 e14 e4',
		],
	);
});

test('a cover is made of routes, holds every edge, and none has fewer', t => {
	fc.assert(
		fc.property(randomDiagram(6), diagram => {
			const cover = coverEdges(networkOf(diagram));
			for (const line of cover) t.true(isRoute(diagram, line), ids(diagram, line).join(' '));
			const lines = cover.map(line => ids(diagram, line));
			const edges = reached(diagram);
			t.deepEqual([...new Set(lines.flat())].sort(), [...edges].sort());
			if (edges.length > 10) return;
			const all = allRoutes(diagram);
			if (all.length > 300) return;
			const possible = edges.every(edge => all.some(route => route.includes(edge)));
			if (!possible) return;
			const least = leastCover(all, edges);
			const acyclic = !diagram.nodes.some(node => reaches(diagram, node.id, node.id));
			if (acyclic) t.is(lines.length, least);
			else t.true(lines.length <= least);
		}),
		{numRuns: 1500},
	);
});

test('a basis: as many routes as the cyclomatic number, none made of others', t => {
	fc.assert(
		fc.property(randomDiagram(6), diagram => {
			const net = networkOf(diagram);
			const lines = basis(net);
			const nodes = diagram.nodes.filter(({id}) =>
				startsOf(diagram).some(start => start === id || reaches(diagram, start, id)),
			);
			const ends = nodes.filter(
				({id}) => diagram.out(id).length === 0 || isTrapped(diagram, id) || isLoopEnd(diagram, id),
			);
			const edges = reached(diagram).filter(id => !id.startsWith(leave));
			t.is(lines.length, edges.length - nodes.length + startsOf(diagram).length + ends.length);
			for (const line of lines) t.true(isRoute(diagram, line));
			// Each holds an edge, or begins at a start, that none before it does.
			const seen = new Set<string>();
			const fresh = lines.map(line => {
				const parts = [`start ${line.origin}`, ...ids(diagram, line), `end ${line.edges.at(-1)}`];
				const news = parts.some(part => !seen.has(part));
				for (const part of parts) seen.add(part);
				return news;
			});
			t.true(fresh.every(Boolean));
		}),
		{numRuns: 500},
	);
});

test('a ladder of 5,000 decisions is covered by two routes', t => {
	const size = 5000;
	const edges = Array.from({length: size}, (_, i): [number, number, string][] => [
		[i, i + 1, 'Yes'],
		[i, i + 1, 'No'],
	]).flat();
	const diagram = diagramOf(
		Array.from({length: size + 1}, (): ['diamond', string] => ['diamond', '']),
		edges,
	);
	t.deepEqual(
		coverEdges(networkOf(diagram)).map(line => line.edges.length),
		[size, size],
	);
});

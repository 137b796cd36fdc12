import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import type {Diagram} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';
import {basis} from '../../source/paths/basis.js';
import {coverEdges, type Line} from '../../source/paths/cover.js';
import {networkOf, startsOf} from '../../source/paths/network.js';
import {isTrapped, reaches, routesFrom} from '../helpers/brute-force.js';
import {diagramOf, randomDiagram} from '../helpers/random-diagram.js';

const blueGreen = read(readFileSync('samples/blue-green.fz', 'utf8')).diagram;

/** Edges that any route takes. */
function reached(diagram: Diagram): string[] {
	const starts = startsOf(diagram);
	return diagram.edges
		.filter(({from}) => starts.some(start => start === from || reaches(diagram, start, from)))
		.map(edge => edge.id);
}

function ids(diagram: Diagram, line: Line): string[] {
	return line.edges.map(edge => diagram.edges[edge]?.id ?? '');
}

/** Whether edges lead one to the next from a start to an end. */
function isRoute(diagram: Diagram, edges: readonly string[]): boolean {
	const nodes = edges.map(edge => diagram.edge(edge));
	const last = nodes.at(-1)?.to ?? '';
	return (
		startsOf(diagram).includes(nodes[0]?.from ?? '') &&
		nodes.every((edge, index) => index === 0 || nodes[index - 1]?.to === edge.from) &&
		(diagram.out(last).length === 0 || isTrapped(diagram, last))
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
			const lines = coverEdges(networkOf(diagram)).map(line => ids(diagram, line));
			const edges = reached(diagram);
			for (const line of lines) t.true(isRoute(diagram, line), line.join(' '));
			t.deepEqual([...new Set(lines.flat())].sort(), [...edges].sort());
			if (edges.length > 10) return;
			const all = startsOf(diagram).flatMap(start => routesFrom(diagram, start, 1));
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
			const ends = nodes.filter(({id}) => diagram.out(id).length === 0 || isTrapped(diagram, id));
			const edges = reached(diagram);
			t.is(lines.length, edges.length - nodes.length + startsOf(diagram).length + ends.length);
			for (const line of lines) if (line.edges.length > 0) t.true(isRoute(diagram, ids(diagram, line)));
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

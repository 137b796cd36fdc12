/** Routes by the definition alone, slow and plain, to hold the real algorithms against. */
import type {Diagram} from '../../source/diagram/diagram.js';
import {numbered, visitsOf} from '../../source/paths/detours.js';
import {at, leave, networkOf} from '../../source/paths/network.js';
import type {Outcomes} from '../../source/paths/outcome.js';

/** Whether `from` reaches `to` by at least one edge. */
export function reaches(diagram: Diagram, from: string, to: string): boolean {
	const seen = new Set<string>();
	const open = [from];
	for (let node = open.pop(); node !== undefined; node = open.pop())
		for (const edge of diagram.out(node)) {
			if (edge.to === to) return true;
			if (!seen.has(edge.to)) open.push(edge.to);
			seen.add(edge.to);
		}
	return false;
}

/** Whether nothing but loop lines leads on from `node`, so that a route may end there. */
export function isLoopEnd(diagram: Diagram, node: string): boolean {
	const out = diagram.out(node);
	return out.some(({synthetic}) => synthetic) && !out.some(({synthetic}) => !synthetic);
}

/** Whether `node` lies in a cycle that nothing leaves. */
export function isTrapped(diagram: Diagram, node: string): boolean {
	const ahead = diagram.nodes.filter(other => reaches(diagram, node, other.id));
	return (
		ahead.length > 0 &&
		ahead.every(other => reaches(diagram, other.id, node) && !isLoopEnd(diagram, other.id))
	);
}

/** The nodes that a route meets that begins at `from`. */
export function nodesOn(diagram: Diagram, from: string, route: readonly string[]): string[] {
	return [from, ...route.filter(edge => edge !== leave).map(edge => diagram.edge(edge).to)];
}

/** What a route that begins at `from` comes to. */
export function verdictOn(outcomes: Outcomes, from: string, route: readonly string[]) {
	const {diagram, to, exits, nodeOf} = networkOf(outcomes.net.diagram);
	const end = nodesOn(diagram, from, route).at(-1) ?? from;
	const edges = route.filter(edge => edge !== leave);
	const stops = numbered(outcomes.net, visitsOf(diagram, end, edges));
	const exit = exits.get(nodeOf.get(end) ?? -1);
	const left = route.at(-1) === leave && exit !== undefined;
	return outcomes.judge(left ? [...stops, {node: at(to, exit), edge: exit}] : stops);
}

/**
 * Every route from `from`, as lists of edge ids: to a node that nothing leaves, or, where nothing
 * leads out, until it comes back to a node; no node more than `rounds + 1` times, of which those in
 * `passed` were visited once. Where nothing but a loop line leads on it may `leave` there. With `to` they end there
 * instead, as soon as they get there.
 */
export function routesFrom(
	diagram: Diagram,
	from: string,
	rounds: number,
	{to, passed = []}: {readonly to?: string | undefined; readonly passed?: readonly string[]} = {},
): string[][] {
	const found: string[][] = [];
	const visits = new Map(passed.map(node => [node, 1]));
	const go = (node: string, edges: readonly string[]) => {
		const before = visits.get(node) ?? 0;
		const out = diagram.out(node);
		const trapped = isTrapped(diagram, node);
		if (to === undefined ? out.length === 0 || (trapped && before > 0) : node === to) {
			found.push([...edges]);
			return;
		}
		if (before > rounds) return;
		visits.set(node, before + 1);
		for (const edge of out) go(edge.to, [...edges, edge.id]);
		if (to === undefined && isLoopEnd(diagram, node)) found.push([...edges, leave]);
		visits.set(node, before);
	};
	go(from, []);
	return found;
}

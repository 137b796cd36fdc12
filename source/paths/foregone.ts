/** Whether words tell the routes of a diagram apart. */
import {onceFor} from '../once.js';
import type {Mark, Marks} from './evidence.js';
import {at, type Network, reaching} from './network.js';
import {waysFrom} from './shortest.js';
import {stays} from './states.js';

/**
 * The outcome that every route comes to by its words, all of them in a circle; undefined where routes differ, or one
 * says nothing.
 */
export function foregone(net: Network, marks: Marks): string | undefined {
	const reached = reachedIn(net);
	const isTrapped = (node: number) => net.trap[at(net.component, node)] === true;
	if ([...reached].some(isTrapped) || endsOf(net).some(({shape}) => shape !== 'circle')) return undefined;
	const named = new Set([...marks.nodes.values(), ...marks.edges.values()].map(({outcome}) => outcome));
	return [...named].find(outcome => isForegone(net, marks, outcome, reached));
}

/** The nodes in which routes end; one that none comes to is none. */
export function endsOf(net: Network): Network['diagram']['nodes'] {
	const reached = reachedIn(net);
	return net.diagram.nodes.filter(
		(_, node) => reached.has(node) && (net.out[node]?.length === 0 || net.exits.has(node)),
	);
}

/** The nodes that routes come to. */
const reachedIn = onceFor((net: Network): ReadonlySet<number> => new Set(waysFrom(net).keys()));

/** Whether no end can be reached that does not come to `outcome`, be it from a start or from where something else is said. */
function isForegone(net: Network, marks: Marks, outcome: string, reached: ReadonlySet<number>): boolean {
	const ends = endsOf(net).map(({id}) => net.nodeOf.get(id) ?? 0);
	const saying = (list: ReadonlyMap<number, Mark>) =>
		new Set([...list].flatMap(([index, mark]) => (mark.outcome === outcome ? [index] : [])));
	const free = reaching(net, ends, saying(marks.nodes), saying(marks.edges));
	const changing = (list: ReadonlyMap<number, Mark>) =>
		[...list].flatMap(([index, mark]) =>
			mark.outcome === outcome || stays(outcome, mark.outcome) ? [] : [index],
		);
	const places = [
		...net.starts,
		...changing(marks.nodes),
		...changing(marks.edges).map(edge => at(net.to, edge)),
	];
	return places.every(node => free[node] === 0 || !reached.has(node));
}

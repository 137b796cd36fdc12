/** Whether words tell the routes of a diagram apart. */
import type {Mark, Marks} from './evidence.js';
import {at, type Network, reaching} from './network.js';
import {stays} from './states.js';

/**
 * The outcome that every route comes to by its words, all of them in a circle; undefined where routes differ, or one
 * says nothing.
 */
export function foregone(net: Network, marks: Marks): string | undefined {
	if (net.trap.includes(true) || endsOf(net).some(({shape}) => shape !== 'circle')) return undefined;
	const named = new Set([...marks.nodes.values(), ...marks.edges.values()].map(({outcome}) => outcome));
	return [...named].find(outcome => isForegone(net, marks, outcome));
}

/** The nodes in which routes end. */
export function endsOf({diagram, out, exits}: Network): Network['diagram']['nodes'] {
	return diagram.nodes.filter((_, node) => out[node]?.length === 0 || exits.has(node));
}

/** Whether no end can be reached that does not come to `outcome`, be it from a start or from where something else is said. */
function isForegone(net: Network, marks: Marks, outcome: string): boolean {
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
	return places.every(node => free[node] === 0);
}

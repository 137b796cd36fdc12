/** Nodes that lead on several ways at once, of which a route takes one. */
import type {Diagram, Node} from '../diagram/diagram.js';
import {together} from './network.js';

/**
 * Whether all ways on from the node called `id` are taken at once: it is no diamond, and its several ways all stay on
 * a cycle or all leave it. Where some stay and others leave, going round again, or a reply, is a matter of choice. An
 * edge that only a loop line implies is none of them.
 */
export function isSplit(diagram: Diagram, id: string): boolean {
	if (diagram.node(id).shape === 'diamond') return false;
	const ways = diagram.out(id).filter(({synthetic}) => !synthetic);
	const staying = ways.filter(({from, to}) => together(diagram, from, to)).length;
	return ways.length > 1 && (staying === 0 || staying === ways.length);
}

/** The splits of `diagram`, in file order. */
export function splitsIn(diagram: Diagram): Node[] {
	return diagram.nodes.filter(({id}) => isSplit(diagram, id));
}

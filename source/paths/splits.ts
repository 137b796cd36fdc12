/** Steps that lead on several ways at once, of which a route takes one. */
import type {Diagram} from '../diagram/diagram.js';
import {at, networkOf} from './network.js';

/** Whether a step of `diagram` starts several branches: it is no diamond, and its ways all leave a cycle or all stay. */
export function hasSplits(diagram: Diagram): boolean {
	const {out, to, component} = networkOf(diagram);
	return diagram.nodes.some(({shape}, node) => {
		if (shape === 'diamond') return false;
		const ways = (out[node] ?? []).filter(edge => !diagram.edges[edge]?.synthetic);
		const staying = ways.filter(edge => at(component, at(to, edge)) === at(component, node)).length;
		return ways.length > 1 && (staying === 0 || staying === ways.length);
	});
}

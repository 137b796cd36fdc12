/** Names of outcomes that are those of the circles in which routes end. */
import {harmless} from '../text.js';
import type {Network} from './network.js';

/** Beyond so many differently named ends the rest go by one name. */
const mostLabels = 99;

/**
 * What a route without evidence is called: the label of the circle it ends in, by index of the node; one from which
 * only a loop line leads on is one too, as the loop can be left there. A label that is among `names` but for its case
 * goes by that name.
 */
export function endLabels(net: Network, names: readonly string[]): ReadonlyMap<number, string> {
	const result = new Map<number, string>();
	const byFold = new Map(names.map(name => [name.toLowerCase(), name]));
	const classes = byFold.size;
	net.diagram.nodes.forEach((node, index) => {
		if (node.shape !== 'circle' || net.diagram.out(node.id).some(({synthetic}) => !synthetic)) return;
		const label = harmless(node.label).trim() || node.id;
		const fold = label.toLowerCase();
		const name = byFold.get(fold) ?? (byFold.size - classes < mostLabels ? label : 'another end');
		byFold.set(fold, name);
		result.set(index, name);
	});
	return result;
}

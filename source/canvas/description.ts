/** A drawing in words, for those who do not see it. */
import type {Diagram} from '../diagram/diagram.js';
import {plural} from '../numbers.js';
import {harmless} from '../text.js';
import type {Light} from './canvas.js';

/** What there is in `diagram`, lanes by name, and which steps are marked, in the order of `lit.nodes`. Harmless. */
export function descriptionOf(diagram: Diagram, lit: Light): string {
	const {lanes, nodes} = diagram;
	const names = lanes.map(({name}) => name);
	const labels = Array.from(lit.nodes, id => diagram.node(id).label || id);
	return harmless(
		[
			`${plural(lanes.length, 'lane')}${listed(names)}.`,
			`${plural(nodes.length, 'step')}.`,
			...(labels.length > 0 ? [`Marked${listed(labels)}.`] : []),
		].join(' '),
	);
}

function listed(texts: readonly string[]): string {
	return texts.length > 0 ? `: ${texts.join(', ')}` : '';
}

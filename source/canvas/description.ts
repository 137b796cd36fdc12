/** A drawing in words, for those who do not see it. */
import type {Diagram} from '../diagram/diagram.js';
import {harmless} from '../text.js';
import type {Light} from './canvas.js';

/** What there is in `diagram`, lanes by name, and which steps are marked, in the order of `lit.nodes`. Harmless. */
export function descriptionOf(diagram: Diagram, lit: Light): string {
	const {lanes, nodes} = diagram;
	const names = lanes.map(({name}) => name);
	const labels = Array.from(lit.nodes, id => diagram.node(id).label || id);
	return harmless(
		[
			`${counted(lanes.length, 'lane')}${listed(names)}.`,
			`${counted(nodes.length, 'step')}.`,
			...(labels.length > 0 ? [`Marked${listed(labels)}.`] : []),
		].join(' '),
	);
}

function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function listed(texts: readonly string[]): string {
	return texts.length > 0 ? `: ${texts.join(', ')}` : '';
}

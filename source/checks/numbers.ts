/** Numbers of nodes that are left out. */
import {type Problem, problem} from '../problem.js';
import type {Scene} from './scene.js';

/** One hint a file, for the first gap in the numbers of nodes such as `n1` and `n2`. */
export function numberGap({diagram}: Scene): readonly Problem[] {
	const numbered = diagram.nodes
		.flatMap(node => (/^n\d{1,9}$/.test(node.id) ? [{node, number: Number(node.id.slice(1))}] : []))
		.sort((a, b) => a.number - b.number);
	let last = 0;
	for (const {node, number} of numbered) {
		if (number > last + 1) {
			const missing = number > last + 2 ? `n${last + 1} to n${number - 1} are` : `n${last + 1} is`;
			const span = {start: node.span.start, end: node.span.start + node.id.length};
			return [
				problem('number-gap', span, `the numbers of the nodes have a gap: ${missing} not used`, {
					hint: 'nothing follows from it here; FlowZap itself numbers without gaps',
				}),
			];
		}
		last = number;
	}
	return [];
}

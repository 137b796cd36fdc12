/** Whether two diagrams are of one process. */
import type {Diagram} from '../diagram/diagram.js';

/** Whether `now` may have become of `then`: at least half of its nodes are called as they were. Ids alone are alike everywhere. */
export function isAlike(then: Diagram, now: Diagram): boolean {
	const kept = then.nodes.filter(({id, label}) => now.has(id) && now.node(id).label === label);
	return kept.length * 2 >= then.nodes.length;
}

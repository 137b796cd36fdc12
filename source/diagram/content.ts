/** What a diagram says, apart from where it says it: to tell whether two texts mean the same. */
import type {Diagram} from './diagram.js';

/** A text that is the same for two diagrams if all they say is the same, in the same order. */
export function contentOf({lanes, nodes, edges, loops}: Diagram): string {
	return JSON.stringify([
		lanes.map(({id, name}) => [id, name]),
		nodes.map(({id, shape, lane, label, attributes}) => [id, shape, lane, label, [...attributes]]),
		edges.map(({id, from, to, fromSide, toSide, label, synthetic}) => [
			id,
			from,
			to,
			fromSide,
			toSide,
			label,
			synthetic,
		]),
		loops.map(({condition, nodes: members}) => [condition, members]),
	]);
}

/** A diagram as a plain value, places in the file left out, to compare what two texts mean. */
import type {Diagram} from '../../source/diagram/diagram.js';

/** Everything a diagram says. Edges are in order for each source; lane by lane, not file by file. */
export function graphOf({lanes, nodes, edges, loops}: Diagram) {
	return {
		lanes: lanes.map(({id, name}) => ({id, name})),
		nodes: nodes
			.map(({span, attributes, ...node}) => ({...node, attributes: [...attributes].sort()}))
			.sort(byLane(lanes)),
		edges: nodes.map(({id}) => [id, edges.filter(({from}) => from === id).map(plain)]).sort(),
		loops: loops.map(({condition, nodes: members}) => ({condition, members})).sort(byText),
	};
}

function plain({span, id, ...edge}: Diagram['edges'][number]) {
	return edge;
}

function byLane(lanes: Diagram['lanes']) {
	const order = new Map(lanes.map(({id}, index) => [id, index]));
	return (a: {lane: string}, b: {lane: string}) => (order.get(a.lane) ?? 0) - (order.get(b.lane) ?? 0);
}

function byText(a: object, b: object): number {
	const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
	return one < other ? -1 : one > other ? 1 : 0;
}

/** The geometry of a layout as data, for programs that draw it in their own way. */
import type {Diagram} from '../diagram/diagram.js';
import type {Box, Layout} from '../layout/geometry.js';

/** The places of all parts, in cells, origin top left; ids and texts as in the file. */
export interface Geometry {
	readonly width: number;
	readonly height: number;
	readonly lanes: readonly ({readonly id: string} & Box)[];
	readonly nodes: readonly ({readonly id: string} & Box)[];
	readonly edges: readonly {
		readonly id: string;
		readonly from: string;
		readonly to: string;
		/** From the cell beside the source's border through every bend to the arrowhead. */
		readonly points: readonly (readonly [x: number, y: number])[];
		readonly label?: {readonly text: string} & Box;
	}[];
}

/** Where everything stands, in cells. */
export function geometryOf(diagram: Diagram, layout: Layout): Geometry {
	return {
		width: layout.width,
		height: layout.height,
		lanes: layout.lanes.map(lane => ({id: lane.id, ...place(lane)})),
		nodes: layout.nodes.map(node => ({id: node.id, ...place(node)})),
		edges: layout.edges.map(({id, from, to, points, label}) => ({
			id,
			from,
			to,
			points: points.map(({x, y}) => [x, y] as const),
			...(label && {label: {text: diagram.edge(id).label, ...place(label)}}),
		})),
	};
}

function place({x, y, width, height}: Box): Box {
	return {x, y, width, height};
}

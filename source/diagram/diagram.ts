/** A process as a graph: the typed face over graphlib, and its only importer. */
import {Graph} from '@dagrejs/graphlib';
import type {Span} from '../problem.js';
import type {shapeWords, sideWords} from '../syntax/words.js';

/** What a node is, as the file has it. */
export type Shape = (typeof shapeWords)[number];
/** Where a line leaves or meets a box. */
export type Side = (typeof sideWords)[number];

/** An actor or a system: a horizontal band, drawn in file order. */
export interface Lane {
	readonly id: string;
	/** The display name, else the id. */
	readonly name: string;
	readonly span: Span;
}

/** A step, a decision, a start or an end. */
export interface Node {
	readonly id: string;
	readonly shape: Shape;
	readonly lane: string;
	/** What is drawn: the label, else the description, else the id. */
	readonly label: string;
	/** Every attribute as written, unknown ones too. */
	readonly attributes: ReadonlyMap<string, string>;
	readonly span: Span;
}

/** A way from one node to another; there may be several between the same two. */
export interface Edge {
	/** `e1`, `e2`, … in file order; `loop1`, … for edges that a loop line implies. */
	readonly id: string;
	readonly from: string;
	readonly to: string;
	readonly fromSide: Side;
	readonly toSide: Side;
	/** Empty where there is none. */
	readonly label: string;
	/** Added for a loop line that no edge closes; drawn dashed, marked in every output. */
	readonly synthetic: boolean;
	readonly span: Span;
}

/** A repeated part, as a `loop [condition] n2 n3` line names it. */
export interface Loop {
	readonly condition: string;
	readonly nodes: readonly string[];
	readonly span: Span;
}

/** What a diagram is made of. Every lane, node id must be unique, every end of an edge declared. */
export interface Parts {
	readonly lanes: readonly Lane[];
	readonly nodes: readonly Node[];
	readonly edges: readonly Edge[];
	readonly loops: readonly Loop[];
	/** Ids of nodes with a way out that could not be read: what leads on from there is not all that the file meant. */
	readonly incomplete?: ReadonlySet<string>;
}

const laneKey = (id: string) => `lane/${id}`;
const nodeKey = (id: string) => `node/${id}`;

type Ways = Readonly<Record<'out' | 'in', readonly Edge[]>>;

/**
 * An immutable process graph: a compound multigraph with vertices `lane/ID` and `node/ID` (the prefix keeps the two name
 * spaces, and names such as `__proto__`, apart), nodes children of their lane, edges named by their id. All lists are
 * in file order.
 */
export class Diagram implements Parts {
	readonly lanes: readonly Lane[];
	readonly nodes: readonly Node[];
	readonly edges: readonly Edge[];
	readonly loops: readonly Loop[];
	readonly incomplete: ReadonlySet<string>;
	readonly #graph = new Graph<undefined, Lane | Node, Edge>({
		directed: true,
		multigraph: true,
		compound: true,
	});
	readonly #edges: ReadonlyMap<string, Edge>;
	/** What the graph was asked before, by id: it makes its lists anew each time. */
	readonly #ways = new Map<string, Ways>();
	readonly #members = new Map<string, readonly Node[]>();

	/** Throws a RangeError where an edge has an end, or a node a lane, that is not among `parts`. */
	constructor(parts: Parts) {
		({lanes: this.lanes, nodes: this.nodes, edges: this.edges, loops: this.loops} = parts);
		this.incomplete = parts.incomplete ?? new Set();
		this.#edges = new Map(this.edges.map(edge => [edge.id, edge]));
		for (const lane of this.lanes) this.#graph.setNode(laneKey(lane.id), lane);
		for (const node of this.nodes) {
			this.#graph.setNode(nodeKey(node.id), node);
			this.#graph.setParent(nodeKey(node.id), laneKey(this.lane(node.lane).id));
		}
		for (const edge of this.edges)
			this.#graph.setEdge(nodeKey(this.node(edge.from).id), nodeKey(this.node(edge.to).id), edge, edge.id);
	}

	/** The node called `id`; throws a RangeError where there is none. */
	node(id: string): Node {
		return known(this.#graph.node(nodeKey(id)) as Node | undefined, 'node', id);
	}

	/** The edge called `id`; throws a RangeError where there is none. */
	edge(id: string): Edge {
		return known(this.#edges.get(id), 'edge', id);
	}

	/** The lane called `id`; throws a RangeError where there is none. */
	lane(id: string): Lane {
		return known(this.#graph.node(laneKey(id)) as Lane | undefined, 'lane', id);
	}

	/** Whether a node is called `id`. */
	has(id: string): boolean {
		return this.#graph.hasNode(nodeKey(id));
	}

	/** Edges that leave node `id`; throws a RangeError where there is none. */
	out(id: string): readonly Edge[] {
		return this.#waysAt(id).out;
	}

	/** Edges that enter node `id`; throws a RangeError where there is none. */
	in(id: string): readonly Edge[] {
		return this.#waysAt(id).in;
	}

	/** The nodes of lane `id`; throws a RangeError where there is none. */
	members(id: string): readonly Node[] {
		const old = this.#members.get(id);
		if (old) return old;
		const members = this.#graph.children(laneKey(this.lane(id).id)).map(key => this.#graph.node(key) as Node);
		this.#members.set(id, members);
		return members;
	}

	#waysAt(id: string): Ways {
		const old = this.#ways.get(id);
		if (old) return old;
		const key = nodeKey(this.node(id).id);
		const graph = this.#graph;
		const ways = {
			out: (graph.outEdges(key) ?? []).map(way => graph.edge(way) as Edge),
			in: (graph.inEdges(key) ?? []).map(way => graph.edge(way) as Edge),
		};
		this.#ways.set(id, ways);
		return ways;
	}
}

function known<T>(value: T | undefined, kind: string, id: string): T {
	if (value === undefined) throw new RangeError(`no ${kind} is called ${JSON.stringify(id)}`);
	return value;
}

/**
 * A diagram with what the rules ask of it again and again. Edges that only loop lines imply count for where a run can come
 * to, else not.
 */
import {components} from '../diagram/components.js';
import type {Diagram, Edge, Node} from '../diagram/diagram.js';
import {startsOf} from '../paths/network.js';
import {brief} from '../text.js';

/** Nodes on all routes that are told together; a hostile file shall not make them fill the memory. */
const routeBudget = 100_000;

/** A diagram, and what rules find out about it once: starts, what can be reached, cycles, routes to tell. */
export class Scene {
	readonly diagram: Diagram;
	/** Where a run may begin. */
	readonly starts: readonly string[];
	/** Number of the strongly connected component of each node. */
	readonly component: ReadonlyMap<string, number>;
	/** For each node that a run can come to, the edge by which it does so first. */
	readonly #by = new Map<string, Edge | undefined>();
	readonly #out = new Map<string, readonly Edge[]>();
	#budget = routeBudget;

	constructor(diagram: Diagram) {
		this.diagram = diagram;
		this.starts = startsOf(diagram);
		for (const {id} of diagram.nodes)
			this.#out.set(
				id,
				diagram.out(id).filter(({synthetic}) => !synthetic),
			);
		this.component = components(this.#out.keys(), id => this.out(id).map(({to}) => to));
		for (const start of this.starts) this.#by.set(start, undefined);
		for (const [id] of this.#by)
			for (const edge of diagram.out(id)) if (!this.#by.has(edge.to)) this.#by.set(edge.to, edge);
	}

	/** The edges out of `id`. */
	out(id: string): readonly Edge[] {
		return this.#out.get(id) ?? [];
	}

	/** The edges into `id`. */
	in(id: string): readonly Edge[] {
		return this.diagram.in(id).filter(({synthetic}) => !synthetic);
	}

	/** Whether a run can come to `id`. */
	reaches(id: string): boolean {
		return this.#by.has(id);
	}

	/** Whether an edge stays within a cycle. */
	isOnCycle({from, to}: Edge): boolean {
		return this.component.get(from) === this.component.get(to);
	}

	/** A shortest route from a start to `id`; nothing where there is none, or where enough was told. */
	route(id: string): {route?: readonly string[]} {
		if (!this.#by.has(id)) return {};
		const nodes = [id];
		for (let edge = this.#by.get(id); edge && nodes.length <= this.#budget; edge = this.#by.get(edge.from))
			nodes.push(edge.from);
		return this.#tell(nodes.reverse());
	}

	/** A shortest route to `id` and from there round a cycle back to it, over nodes that are open. */
	round(id: string, isOpen = (_: string) => true): {route?: readonly string[]} {
		const before = this.route(id).route;
		const way = this.#way(id, isOpen);
		return before && way ? this.#tell([...before, ...way]) : {};
	}

	/** The nodes of a shortest way from `id` back to `id`, without the first. */
	#way(id: string, isOpen: (id: string) => boolean): readonly string[] | undefined {
		const by = new Map<string, Edge>();
		const open = [id];
		for (const node of open) {
			for (const edge of this.out(node)) {
				if (!this.isOnCycle(edge) || by.has(edge.to) || !isOpen(edge.to)) continue;
				by.set(edge.to, edge);
				open.push(edge.to);
			}
			if (by.has(id)) break;
		}
		const nodes: string[] = [];
		for (let edge = by.get(id); edge; edge = edge.from === id ? undefined : by.get(edge.from))
			nodes.push(edge.to);
		return nodes.length > 0 ? nodes.reverse() : undefined;
	}

	#tell(route: readonly string[]): {route?: readonly string[]} {
		this.#budget -= route.length;
		return this.#budget < 0 ? {} : {route};
	}
}

/** A node as messages name it: `n7` (“Current active?”). */
export function called(node: Node): string {
	return node.label === node.id ? `\`${brief(node.id)}\`` : `\`${brief(node.id)}\` (“${brief(node.label)}”)`;
}

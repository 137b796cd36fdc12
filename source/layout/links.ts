/**
 * Edges as lines to be drawn: which of them may share a line (a net), and where on a box each
 * leaves and enters (a slot).
 */
import type {Diagram, Side} from '../diagram/diagram.js';
import {groupBy} from './group.js';
import type {Block, Contents} from './measure.js';
import type {Indices} from './place.js';

/** One place on a side of a box where the line of one net leaves or enters. */
export interface Slot {
	readonly node: number;
	readonly side: Side;
	/** Arrowheads stand at incoming slots. */
	readonly incoming: boolean;
	/** The text beside the line right at this slot. */
	label: Block | undefined;
	/** Links that use it. */
	readonly links: Link[];
	/** Cells from the axis of the row (left and right sides) or of the column (top and bottom). */
	offset: number;
}

/** A corner or an end of a line, on the coarse grid. */
export interface Corner {
	readonly x: number;
	readonly y: number;
}

/** An edge on its way through the passes. */
export interface Link {
	/** Index of the edge. */
	readonly edge: number;
	/** Links of one net may run on one line. */
	readonly net: number;
	readonly source: Slot;
	readonly target: Slot;
	/** Cells of source and target and every corner between. */
	path: readonly Corner[];
}

/** Labelled edges out of one handle that get a slot each; more than these share one. */
const mostLabelledSlots = 4;

/**
 * A net is all edges into one handle, else all edges out of one handle. Where edges join, each has a
 * slot of its own at its source; where they part, each has one at its target: so every edge has a
 * piece of line of its own, and its label stands there.
 */
export function linksOf(diagram: Diagram, indices: Indices, contents: Contents): Link[] {
	const into = groupBy(diagram.edges.keys(), i => handle(diagram.edges[i]?.to, diagram.edges[i]?.toSide));
	const joins = (edge: number) =>
		(into.get(handle(diagram.edges[edge]?.to, diagram.edges[edge]?.toSide))?.length ?? 0) > 1;
	const links: Link[] = [];
	const slots = new Map<string, Slot>();
	const nets = new Map<string, number>();
	const labelled = labelledByHandle(diagram, contents, joins);
	diagram.edges.forEach((edge, index) => {
		const source = handle(edge.from, edge.fromSide);
		const target = handle(edge.to, edge.toSide);
		const label = contents.edges[index];
		const alone = joins(index) || (label !== undefined && (labelled.get(source) ?? 0) <= mostLabelledSlots);
		const netKey = joins(index) ? `into ${target}` : alone ? `edge ${index}` : `out of ${source}`;
		const net = nets.get(netKey) ?? nets.size;
		nets.set(netKey, net);
		const slot = (key: string, incoming: boolean): Slot => {
			const id = incoming ? edge.to : edge.from;
			const side = incoming ? edge.toSide : edge.fromSide;
			const node = indices.node.get(id) ?? 0;
			const made = slots.get(key) ?? {node, side, incoming, label: undefined, links: [], offset: 0};
			slots.set(key, made);
			return made;
		};
		const link: Link = {
			edge: index,
			net,
			source: slot(alone ? `edge ${index}` : `out of ${source}`, false),
			target: slot(`into ${target}`, true),
			path: [],
		};
		link.source.links.push(link);
		link.target.links.push(link);
		links.push(link);
	});
	for (const link of links) {
		const own = link.source.links.length === 1 ? link.source : link.target;
		own.label = contents.edges[link.edge];
	}
	return links;
}

function labelledByHandle(
	diagram: Diagram,
	contents: Contents,
	joins: (edge: number) => boolean,
): Map<string, number> {
	const counts = new Map<string, number>();
	diagram.edges.forEach((edge, index) => {
		if (!contents.edges[index] || joins(index)) return;
		const key = handle(edge.from, edge.fromSide);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	});
	return counts;
}

function handle(node: string | undefined, side: Side | undefined): string {
	return `${side} of ${node}`;
}

/**
 * Edges as lines to be drawn: which of them may share a line (a net), and where on a box each
 * leaves and enters (a slot).
 */
import type {Diagram, Side} from '../diagram/diagram.js';
import {countEach} from '../group.js';
import type {Block, Contents} from './measure.js';
import type {Indices} from './place.js';

/** One place on a side of a box where the line of one net leaves or enters. */
export interface Slot {
	readonly node: number;
	readonly side: Side;
	/** Numbers the side of the box, see {@link handleOf}. */
	readonly handle: number;
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

/** The direction of a channel. */
export type Axis = 'vertical' | 'horizontal';

/** Labelled edges out of one handle that get a slot each; more than these share one. */
const mostLabelledSlots = 4;

const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];

/** The number that a side of a node's box has, different for all sides of all boxes. */
function handleOf(node: number, side: Side): number {
	return sides.length * node + sides.indexOf(side);
}

/** The handles that an edge leaves and enters by, and what it may join on the way into one. */
interface Ends {
	readonly source: number;
	readonly target: number;
	readonly joint: number;
}

/**
 * A net is all edges into one handle, forward ones or those that lead `back`, else all edges out of one handle. Where
 * edges join, each has a slot of its own at its source; where they part, each has one at its target: so every edge has
 * a piece of line of its own, and its label stands there. Between boxes with borders a return keeps apart from the
 * ways forward, so that it is seen to be one all along.
 */
export function linksOf(
	diagram: Diagram,
	indices: Indices,
	contents: Contents,
	back: ReadonlySet<number>,
): Link[] {
	const ends = diagram.edges.map(({from, to, fromSide, toSide, synthetic}, edge): Ends => {
		const target = handleOf(indices.node.get(to) ?? 0, toSide);
		const source = handleOf(indices.node.get(from) ?? 0, fromSide);
		const apart = contents.framed && (synthetic || back.has(edge));
		return {source, target, joint: 2 * target + Number(apart)};
	});
	const into = countEach(ends.map(({joint}) => joint));
	const joins = ({joint}: Ends) => (into.get(joint) ?? 0) > 1;
	const labelled = countEach(
		ends.filter((each, i) => contents.edges[i] && !joins(each)).map(({source}) => source),
	);
	const shared = {in: new Map<number, Slot>(), out: new Map<number, Slot>()};
	const nets = {in: new Map<number, number>(), out: new Map<number, number>()};
	let lastNet = 0;
	const links = ends.map((each, edge): Link => {
		const {source, target, joint} = each;
		const joined = joins(each);
		const alone =
			joined || (contents.edges[edge] !== undefined && (labelled.get(source) ?? 0) <= mostLabelledSlots);
		const incoming = once(shared.in, joint, () => slotAt(target, true));
		const outgoing = alone ? slotAt(source, false) : once(shared.out, source, () => slotAt(source, false));
		const next = () => lastNet++;
		const net = joined ? once(nets.in, joint, next) : alone ? next() : once(nets.out, source, next);
		const link: Link = {edge, net, source: outgoing, target: incoming, path: []};
		outgoing.links.push(link);
		incoming.links.push(link);
		return link;
	});
	for (const link of links) {
		const own = link.source.links.length === 1 ? link.source : link.target;
		own.label = contents.edges[link.edge];
	}
	return links;
}

/** Whether a line that leaves by `side` runs sideways. */
export function isSideways(side: Side): boolean {
	return side === 'left' || side === 'right';
}

/** Whether the piece of `link` from corner `index` to the next runs vertically. */
export function isVertical(link: Link, index: number): boolean {
	return isSideways(link.source.side) === (index % 2 === 1);
}

function slotAt(handle: number, incoming: boolean): Slot {
	const side = sides[handle % sides.length] ?? 'left';
	const node = Math.floor(handle / sides.length);
	return {node, side, handle, incoming, label: undefined, links: [], offset: 0};
}

/** What is known under `key`, made the first time. */
function once<T>(known: Map<number, T>, key: number, make: () => T): T {
	const found = known.get(key) ?? make();
	known.set(key, found);
	return found;
}

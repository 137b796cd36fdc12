/**
 * Fifth pass: the pieces of lines that lie in channels become wires. Pieces of one net that overlap
 * are one wire with several taps, as in channel routing of circuits (Hashimoto and Stevens, 1971).
 */
import {groupBy} from '../group.js';
import {type Axis, type Corner, isVertical, type Link, type Slot} from './links.js';
import {runsThrough, type Spans, spansOf} from './spans.js';

/** A place where a line leaves a wire to the lower (-1) or higher (1) side of the channel. */
interface Tap {
	/** Along the channel; places compare as they will stand in the drawing. */
	readonly at: number;
	readonly side: -1 | 1;
	/** The slot whose line taps here; absent where it is another wire. */
	readonly slot?: Slot;
	/** Whether the line that taps here goes on through the channel, for another link. */
	readonly through?: boolean;
}

/** A straight line in a channel. */
export interface Wire {
	readonly net: number;
	readonly low: number;
	readonly high: number;
	readonly taps: readonly Tap[];
	/** Counted from the lower side of the channel. */
	track: number;
}

/** A piece of one link in a channel: from corner `index` of its path to the next. */
interface Piece {
	readonly link: Link;
	readonly index: number;
	readonly low: number;
	readonly high: number;
	readonly taps: readonly [Tap, Tap];
}

/** The wires of every channel by its coordinate, and for every link the wire of each piece of its path. */
export interface Wiring {
	readonly channels: ReadonlyMap<number, readonly Wire[]>;
	readonly wireOf: ReadonlyMap<Link, ReadonlyMap<number, Wire>>;
}

const scale = 2 ** 20;
const half = scale / 2;

/** A place along a channel: a coarse coordinate and cells from its axis, or a track. */
function placeAt(coordinate: number, offset: number): number {
	return coordinate * scale + half + offset;
}

/**
 * The wires of all channels of one direction. `crossing` is the wiring of the other direction, once
 * it is known: vertical channels come first and know row channels only by their coordinate.
 */
export function wiresOf(axis: Axis, links: readonly Link[], crossing?: Wiring): Wiring {
	const pieces = new Map<number, Map<number, Piece[]>>();
	const spans = crossing ? undefined : spansOf(links, axis);
	for (const link of links) {
		for (let index = 1; index < link.path.length - 2; index++) {
			if (isVertical(link, index) !== (axis === 'vertical')) continue;
			const corner = link.path[index];
			if (!corner) continue;
			const channel = axis === 'vertical' ? corner.x : corner.y;
			const nets = pieces.get(channel) ?? new Map<number, Piece[]>();
			pieces.set(channel, nets);
			const piece = pieceOf(axis, link, index, crossing, spans);
			const net = nets.get(link.net);
			if (net) net.push(piece);
			else nets.set(link.net, [piece]);
		}
	}
	const channels = new Map<number, Wire[]>();
	const wireOf = new Map<Link, Map<number, Wire>>();
	for (const [channel, nets] of pieces) {
		const wires: Wire[] = [];
		for (const net of nets.values())
			for (const group of merge(net)) {
				const wire = wireFrom(group);
				wires.push(wire);
				for (const {link, index} of group) {
					const own = wireOf.get(link) ?? new Map<number, Wire>();
					wireOf.set(link, own);
					own.set(index, wire);
				}
			}
		channels.set(channel, wires);
	}
	return {channels, wireOf};
}

function pieceOf(axis: Axis, link: Link, index: number, crossing?: Wiring, spans?: Spans): Piece {
	const {path} = link;
	const last = path.length - 2;
	const [before, from, to, after] = path.slice(index - 1, index + 3) as [Corner, Corner, Corner, Corner];
	const tap = (corner: Corner, away: Corner, slot: Slot | undefined, other: number): Tap => {
		const along = axis === 'vertical' ? corner.y : corner.x;
		const side = (axis === 'vertical' ? away.x < corner.x : away.y < corner.y) ? -1 : 1;
		if (slot) return {at: placeAt(along, slot.offset), side, slot, through: goesOn(slot, away, corner)};
		const across = axis === 'vertical' ? corner.x : corner.y;
		const wire = crossing?.wireOf.get(link)?.get(other);
		const here = placeAt(across, 0);
		const through = wire
			? wire.low < here && here < wire.high
			: spans && runsThrough(spans, link.net, along, across);
		return {at: placeAt(along, 2 * (wire?.track ?? 0)), side, through: through ?? false};
	};
	const start = tap(from, before, index === 1 ? link.source : undefined, index - 1);
	const end = tap(to, after, index + 1 === last ? link.target : undefined, index + 1);
	return {link, index, low: Math.min(start.at, end.at), high: Math.max(start.at, end.at), taps: [start, end]};
}

/** Whether a line of `slot`, which stands in cell `start`, runs on past `corner`. */
function goesOn(slot: Slot, start: Corner, corner: Corner): boolean {
	const here = Math.abs(corner.x - start.x) + Math.abs(corner.y - start.y);
	return slot.links.some(({path}) => {
		const end = path[slot.incoming ? path.length - 2 : 1] ?? start;
		return Math.abs(end.x - start.x) + Math.abs(end.y - start.y) > here;
	});
}

/** Groups of pieces of one net that overlap or touch, parted where four limbs would meet. */
function merge(pieces: Piece[]): Piece[][] {
	pieces.sort((a, b) => a.low - b.low || a.high - b.high);
	const groups: Piece[][] = [];
	let high = Number.NEGATIVE_INFINITY;
	for (const piece of pieces) {
		const group = groups.at(-1);
		if (group && piece.low <= high) group.push(piece);
		else groups.push([piece]);
		high = group && piece.low <= high ? Math.max(high, piece.high) : piece.high;
	}
	return groups.flatMap(group => part(group));
}

/** A group parted wherever lines leave to both sides and the group goes on both ways: four limbs read as a crossing. */
function part(group: Piece[]): Piece[][] {
	const sides = new Map<number, number>();
	for (const {taps} of group)
		for (const {at, side, through} of taps)
			sides.set(at, (sides.get(at) ?? 0) | (through ? both : side === -1 ? lowerSide : higherSide));
	const places = [...sides].flatMap(([at, side]) => (side === both ? [at] : [])).sort((a, b) => a - b);
	const cuts = places.filter(at => !group.some(piece => piece.low < at && at < piece.high));
	if (cuts.length === 0) return [group];
	const parts = groupBy(group, piece => cuts.filter(at => at <= piece.low && at < piece.high).length);
	return [...parts.values()];
}

const lowerSide = 1;
const higherSide = 2;
const both = 3;

function wireFrom(group: readonly Piece[]): Wire {
	const taps = new Map<string, Tap>();
	for (const piece of group) for (const tap of piece.taps) taps.set(`${tap.at} ${tap.side}`, tap);
	return {
		net: group[0]?.link.net ?? 0,
		low: group.reduce((low, piece) => Math.min(low, piece.low), Number.POSITIVE_INFINITY),
		high: group.reduce((high, piece) => Math.max(high, piece.high), Number.NEGATIVE_INFINITY),
		taps: [...taps.values()],
		track: 0,
	};
}

/**
 * Pairs of wires of a channel of which the first must have the lower track: on one line, the first
 * is tapped from the lower side and the second from the higher, so the other way round they would overlap.
 */
export function forced(wires: readonly Wire[]): {first: number; second: number; slot: Slot}[] {
	const lower = new Map<number, number>();
	wires.forEach((wire, i) => {
		for (const {at, side, slot} of wire.taps) if (slot && side === -1) lower.set(at, i);
	});
	const pairs: {first: number; second: number; slot: Slot}[] = [];
	wires.forEach((wire, second) => {
		for (const {at, side, slot} of wire.taps) {
			const first = lower.get(at);
			if (slot && side === 1 && first !== undefined && first !== second) pairs.push({first, second, slot});
		}
	});
	return pairs;
}

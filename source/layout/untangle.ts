/** Still the fifth pass: slots are moved where the wires of a channel could not be drawn as they lie. */
import {backEdges} from './cycles.js';
import type {Grid} from './grid.js';
import type {Link, Slot} from './links.js';
import {moveAway, type Neighbours} from './ports.js';
import {forced, type Wire, wiresOf} from './wires.js';

/**
 * Moves slots until no channel asks for an order of its wires that goes round in a ring, and no
 * join of four limbs could be taken for a crossing.
 */
export function untangle(grid: Grid, links: readonly Link[], neighbours: Neighbours, pitch: number): void {
	for (const axis of ['vertical', 'horizontal'] as const) {
		for (let moved = true; moved; ) {
			moved = false;
			for (const wires of wiresOf(axis, links).channels.values()) {
				const pairs = forced(wires);
				const out = wires.map((): {to: number; edge: number}[] => []);
				for (const [edge, {first, second}] of pairs.entries()) out[first]?.push({to: second, edge});
				const rings = [...backEdges(out, [])].flatMap(edge => pairs[edge]?.slot ?? []);
				for (const slot of [...rings, ...fourWays(wires)]) {
					moveAway(slot, neighbours, grid, pitch);
					moved = true;
				}
			}
		}
	}
}

/** Slots whose line meets a wire of its own net where four limbs would meet, though the wire cannot be parted. */
function fourWays(wires: readonly Wire[]): Slot[] {
	return wires.flatMap(({low, high, taps}) => {
		const lower = new Set(taps.filter(tap => tap.side === -1).map(tap => tap.at));
		return taps.flatMap(({at, side, slot}) =>
			slot && side === 1 && low < at && at < high && lower.has(at) ? [slot] : [],
		);
	});
}

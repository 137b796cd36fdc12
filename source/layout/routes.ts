/**
 * Third pass: every line gets its way over the coarse grid.
 *
 * A maze search is not needed: channels run between all rows and columns, so a handful of shapes
 * always reaches every box (pattern routing, as global routers of circuit layout do it). All shapes
 * that fit are compared by length, bends and crossings, and the cheapest is taken.
 */

import type {Grid} from './grid.js';
import {groupBy} from './group.js';
import type {Corner, Link} from './links.js';
import {cellKey, patterns, sideKey, type Taken} from './patterns.js';
import {Traffic} from './traffic.js';

const costOfBend = 7;
const costOfCrossing = 6;
const discountAlongOwnNet = 0.6;
/** Diagrams up to this many links are routed again with all others known. */
const fewLinks = 400;
const rounds = 3;
/** How many channels are tried at each end of a line, in few and in many. */
const reach = {few: 6, many: 3};

/** What lines have taken, see {@link Taken}. */
interface Places extends Taken {
	readonly straight: Set<string>;
	readonly bends: Set<string>;
}

/** Gives every link its path. Deterministic; shorter links first. */
export function routeLinks(grid: Grid, links: readonly Link[]): void {
	const traffic = new Traffic(grid);
	const taken: Places = {straight: new Set<string>(), bends: new Set<string>()};
	const order = [...links].sort((a, b) => distance(grid, a) - distance(grid, b) || a.edge - b.edge);
	const nets = groupBy(links, link => link.net);
	const few = links.length <= fewLinks;
	for (let round = 0; round < (few ? rounds : 1); round++) {
		for (const link of order) {
			if (round > 0) {
				traffic.remove(link.net);
				for (const other of nets.get(link.net) ?? []) if (other !== link) traffic.add(other);
				mark(taken, link, grid, false);
			}
			link.path = cheapest(patterns(grid, link, taken, few ? reach.few : reach.many), link.net, traffic);
			traffic.add(link);
			mark(taken, link, grid, true);
		}
	}
}

function distance(grid: Grid, {source, target}: Link): number {
	const dx = (grid.x[source.node] ?? 0) - (grid.x[target.node] ?? 0);
	const dy = (grid.y[source.node] ?? 0) - (grid.y[target.node] ?? 0);
	return Math.abs(dx) + Math.abs(dy);
}

function cheapest(paths: readonly (readonly Corner[])[], net: number, traffic: Traffic): readonly Corner[] {
	let best: readonly Corner[] = [];
	let least = Number.POSITIVE_INFINITY;
	for (const path of paths) {
		const cost = costOf(path, net, traffic, least);
		if (cost < least) {
			least = cost;
			best = path;
		}
	}
	return best;
}

function costOf(path: readonly Corner[], net: number, traffic: Traffic, limit: number): number {
	let cost = (path.length - 2) * costOfBend;
	for (let i = 1; i < path.length; i++) {
		const a = path[i - 1];
		const b = path[i];
		if (!a || !b) break;
		cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
		if (cost >= limit) return cost;
	}
	for (let i = 1; i < path.length && cost < limit; i++) {
		const a = path[i - 1];
		const b = path[i];
		if (!a || !b) break;
		cost += costOfCrossing * traffic.crossings(a, b) - discountAlongOwnNet * traffic.along(a, b, net);
	}
	return cost;
}

function mark({straight, bends}: Places, {path, source, target}: Link, grid: Grid, on: boolean): void {
	const set = (all: Set<string>, key: string) => (on ? all.add(key) : all.delete(key));
	if (path.length === 2) {
		set(straight, sideKey(source));
		set(straight, sideKey(target));
	}
	for (const {x, y} of path.slice(1, -1)) if (x % 2 === 1 && grid.isRow(y)) set(bends, cellKey(x, y));
}

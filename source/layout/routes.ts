/**
 * Third pass: every line gets its way over the coarse grid.
 *
 * A maze search is not needed: channels run between all rows and columns, so a handful of shapes
 * always reaches every box (pattern routing, as global routers of circuit layout do it). All shapes
 * that fit are compared by length, bends and crossings, and the cheapest is taken.
 */

import {groupBy} from '../group.js';
import type {Grid} from './grid.js';
import type {Corner, Link} from './links.js';
import {cellKey, type Offer, offerPaths, type Taken} from './patterns.js';
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
	readonly straight: Set<number>;
	readonly bends: Set<number>;
}

/** Gives every link its path. Deterministic; shorter links first. */
export function routeLinks(grid: Grid, links: readonly Link[]): void {
	const traffic = new Traffic(grid);
	const taken: Places = {straight: new Set(), bends: new Set()};
	const order = [...links].sort((a, b) => distance(grid, a) - distance(grid, b) || a.edge - b.edge);
	const nets = groupBy(links, link => link.net);
	const few = links.length <= fewLinks;
	for (let round = 0, changed = true; changed && round < (few ? rounds : 1); round++) {
		changed = false;
		for (const link of order) {
			if (round > 0) {
				traffic.remove(link.net);
				for (const other of nets.get(link.net) ?? []) if (other !== link) traffic.add(other);
				mark(taken, link, grid, false);
			}
			const cheapest = new Cheapest(link.net, traffic);
			offerPaths(grid, link, taken, few ? reach.few : reach.many, cheapest);
			changed ||= !alike(link.path, cheapest.path);
			link.path = cheapest.path;
			traffic.add(link);
			mark(taken, link, grid, true);
		}
	}
}

function alike(a: readonly Corner[], b: readonly Corner[]): boolean {
	return a.length === b.length && a.every(({x, y}, i) => x === b[i]?.x && y === b[i]?.y);
}

function distance(grid: Grid, {source, target}: Link): number {
	const dx = (grid.x[source.node] ?? 0) - (grid.x[target.node] ?? 0);
	const dy = (grid.y[source.node] ?? 0) - (grid.y[target.node] ?? 0);
	return Math.abs(dx) + Math.abs(dy);
}

/** Keeps the cheapest path of those offered, the first of equals. */
class Cheapest implements Offer {
	path: readonly Corner[] = [];
	#least = Number.POSITIVE_INFINITY;
	readonly #net: number;
	readonly #traffic: Traffic;

	constructor(net: number, traffic: Traffic) {
		this.#net = net;
		this.#traffic = traffic;
	}

	isWorth = (length: number, bends: number): boolean => length + bends * costOfBend < this.#least;

	take(path: readonly Corner[]): void {
		const cost = this.#costOf(path);
		if (cost >= this.#least) return;
		this.#least = cost;
		this.path = path;
	}

	#costOf(path: readonly Corner[]): number {
		let cost = (path.length - 2) * costOfBend;
		for (let i = 1; i < path.length; i++) {
			const [a, b] = [path[i - 1], path[i]];
			if (a && b) cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
		}
		for (let i = 1; i < path.length && cost < this.#least; i++) {
			const [a, b] = [path[i - 1], path[i]];
			if (!a || !b) break;
			cost += costOfCrossing * this.#traffic.crossings(a, b);
			cost -= discountAlongOwnNet * this.#traffic.along(a, b, this.#net);
		}
		return cost;
	}
}

function mark({straight, bends}: Places, {path, source, target}: Link, grid: Grid, on: boolean): void {
	const set = (all: Set<number>, key: number) => (on ? all.add(key) : all.delete(key));
	if (path.length === 2) {
		set(straight, source.handle);
		set(straight, target.handle);
	}
	for (const {x, y} of path.slice(1, -1)) if (x % 2 === 1 && grid.isRow(y)) set(bends, cellKey(grid, x, y));
}

/** What the edges of a diagram, by the sides of the boxes they join, ask of the places of their ends. */
import type {Diagram, Edge, Side} from '../diagram/diagram.js';
import {groupBy} from '../group.js';
import {type Arc, backEdges} from './cycles.js';
import type {Spread} from './geometry.js';
import type {Indices} from './place.js';

/** What an edge asks for: `to` stands `step` columns or more after `from`, and `drop` rows below it. */
export interface Pull extends Arc {
	readonly from: number;
	readonly step: 0 | 1;
	readonly drop: -1 | 0 | 1;
	/** Whether the edge runs the other way: it leads back, or to the left. */
	readonly turned: boolean;
}

/**
 * The pulls of all edges that count for `spread`, without a cycle. Edges that lead back, or to the
 * left, pull the other way.
 */
export function pullsOf(
	diagram: Diagram,
	indices: Indices,
	lane: Int32Array,
	spread: Spread,
	back: ReadonlySet<number>,
): Pull[] {
	const pulls: Pull[] = [];
	diagram.edges.forEach((edge, index) => {
		const from = indices.node.get(edge.from) ?? 0;
		const to = indices.node.get(edge.to) ?? 0;
		const counts = from !== to && (spread === 'flow' || lane[from] === lane[to]);
		if (!counts) return;
		const own = pull(edge, from, to, index);
		const leftward = leadsLeft(edge) && (lane[from] === lane[to] || own.drop === 0);
		pulls.push(back.has(index) || leftward ? turned(own) : own);
	});
	pulls.sort((a, b) => Number(b.step && !b.drop) - Number(a.step && !a.drop));
	const forward = acyclic(pulls, lane.length);
	return spread === 'packed' ? [...forward, ...chained(forward, lane, openers(diagram, indices))] : forward;
}

/** What the sides of an edge from one box to another ask for. */
function pull({fromSide, toSide}: Edge, from: number, to: number, edge: number): Pull {
	const upright = (side: Side) => side === 'top' || side === 'bottom';
	const below = fromSide === 'bottom' || toSide === 'top';
	const above = fromSide === 'top' || toSide === 'bottom';
	const arched = fromSide === toSide && upright(fromSide);
	const drop = arched ? (fromSide === 'bottom' ? 1 : -1) : below === above ? 0 : below ? 1 : -1;
	const step = !arched && drop !== 0 && upright(fromSide) && upright(toSide) ? 0 : 1;
	return {from, to, edge, step, drop, turned: false};
}

function turned({from, to, edge, step, drop}: Pull): Pull {
	return {from: to, to: from, edge, step, drop: drop === 0 ? 0 : drop === 1 ? -1 : 1, turned: true};
}

function leadsLeft({fromSide, toSide}: Edge): boolean {
	return (fromSide === 'left' && toSide !== 'left') || (toSide === 'right' && fromSide !== 'right');
}

/** As many nodes of a lane that one handle leads to stand one below the other; fewer have room side by side. */
const fewestStacked = 3;

/** The handle that first leads to each node that is one of many of its lane behind that handle. */
function openers(diagram: Diagram, indices: Indices): ReadonlyMap<number, string> {
	const first = new Map<string, string>();
	for (const {from, to, fromSide} of diagram.edges) if (!first.has(to)) first.set(to, `${from} ${fromSide}`);
	const fans = groupBy(first.keys(), id => `${first.get(id)} ${diagram.node(id).lane}`);
	return new Map(
		[...fans.values()]
			.filter(ids => ids.length >= fewestStacked)
			.flat()
			.map(id => [indices.node.get(id) ?? 0, first.get(id) ?? '']),
	);
}

/**
 * A node that nothing of the lane leads to stands after the one declared before it, where no pull is against that;
 * below it where one handle of another lane leads to both and more, since none of them comes first.
 */
function chained(pulls: readonly Pull[], lane: Int32Array, openers: ReadonlyMap<number, string>): Pull[] {
	const parts = Int32Array.from(lane.keys());
	const part = (node: number): number => {
		let at = node;
		for (let up = parts[at] ?? at; up !== at; up = parts[at] ?? at) {
			parts[at] = parts[up] ?? up;
			at = up;
		}
		return at;
	};
	const out: number[][] = Array.from(lane, () => []);
	const led = new Uint8Array(lane.length);
	for (const each of pulls) {
		parts[part(each.from)] = part(each.to);
		out[each.from]?.push(each.to);
		if (!each.turned) led[each.to] = 1;
	}
	const chain: Pull[] = [];
	const last = new Map<number, number>();
	lane.forEach((of, node) => {
		const before = last.get(of);
		last.set(of, node);
		if (before === undefined || led[node]) return;
		if (part(before) === part(node) && mayReach(out, node, before)) return;
		parts[part(before)] = part(node);
		out[before]?.push(node);
		const beside = openers.has(node) && openers.get(node) === openers.get(before);
		chain.push({
			from: before,
			to: node,
			edge: -1 - node,
			step: beside ? 0 : 1,
			drop: beside ? 1 : 0,
			turned: false,
		});
	});
	return chain;
}

/** Nodes looked at before a way between two is taken for granted. */
const mostLookedAt = 200;

/** Whether a way leads from one node to another, or there is too much to look at. */
function mayReach(out: readonly (readonly number[])[], from: number, to: number): boolean {
	const seen = new Set([from]);
	for (const node of seen) {
		if (node === to || seen.size > mostLookedAt) return true;
		for (const next of out[node] ?? []) seen.add(next);
	}
	return false;
}

function acyclic(pulls: readonly Pull[], count: number): Pull[] {
	const out: Pull[][] = Array.from({length: count}, () => []);
	for (const each of pulls) out[each.from]?.push(each);
	const back = backEdges(out, []);
	return pulls.filter(each => !back.has(each.edge));
}

/** The pulls by the node that they pull at. */
export function into(pulls: readonly Pull[], count: number): Pull[][] {
	const result: Pull[][] = Array.from({length: count}, () => []);
	for (const each of pulls) result[each.to]?.push(each);
	return result;
}

/**
 * The number of routes where counting gave up. Only the walks through cycles are sampled; what lies between them is
 * added up as in tally.ts, since a product of guesses over a whole route has no spread that tells how wrong it is.
 */
import {randomFrom} from '../random.js';
import {apply} from './change.js';
import {hubAt, throughHub} from './hub.js';
import {at} from './network.js';
import type {Outcomes} from './outcome.js';
import {type Sampled, Samples} from './samples.js';

export interface Estimate {
	readonly value: number;
	/** Half the width of the interval that held the number in 19 of 20 random diagrams, as a part of `value`. */
	readonly error: number;
}

/** What is asked of the routes. */
interface Asked {
	readonly rounds: number;
	/** Nodes that every route passes; the network leaves out none of them but within cycles. */
	readonly via: readonly number[];
	/** Whether routes that come to this outcome count. */
	readonly isWanted: (outcome: number) => boolean;
}

const batches = 30;
/** Walks of a batch from each node by which routes enter a cycle. */
const walks = 100;
/**
 * Half the width of the interval, in deviations of the mean. Student's distribution has 2.05 for so many batches and 19 of
 * 20 cases; but few walks stand for many routes, so that a sample mostly misses on the low side and knows less of its spread.
 */
const width = 2.5;
/** With more than this the spread itself is a guess: a few walks that stand for most of the routes may be missed by all. */
const mostError = 0.2;

/** The number of routes, the same at every call; undefined where it is beyond all figures or the samples differ too much. */
export function estimate(outcomes: Outcomes, asked: Asked): Estimate | undefined {
	const samples = new Samples(outcomes, asked.rounds, asked.via, randomFrom(0x9e3779b9));
	const exact = new Map<number, readonly Sampled[] | undefined>();
	const sums: number[] = [];
	while (sums.length < batches) {
		const ways = (node: number) => {
			if (!exact.has(node)) exact.set(node, byFormula(outcomes, asked, node));
			return exact.get(node) ?? samples.from(node, walks);
		};
		sums.push(added(outcomes, asked, ways));
		if (samples.gaveUp) return undefined;
	}
	const value = sums.reduce((sum, next) => sum + next, 0) / batches;
	const spread = sums.reduce((sum, next) => sum + (next - value) ** 2, 0) / (batches - 1);
	const error = (width * Math.sqrt(spread / batches)) / value;
	return error <= mostError ? {value, error} : undefined;
}

function byFormula(outcomes: Outcomes, {rounds, via}: Asked, node: number): readonly Sampled[] | undefined {
	const {component, out} = outcomes.net;
	const hub = via.some(other => component[other] === component[node]) ? undefined : hubAt(outcomes, node);
	return (
		hub &&
		throughHub(outcomes, hub, out[node] ?? [], rounds).list.map(way => ({...way, count: Number(way.count)}))
	);
}

/** The routes, from the starts on: `ways` are those from a node out of its cycle. */
function added(outcomes: Outcomes, {isWanted}: Asked, ways: (node: number) => readonly Sampled[]): number {
	const {net} = outcomes;
	const flows = new Map<number, Map<number, number>>();
	let result = 0;
	const arrive = (node: number, state: number, count: number, edge: number) => {
		const cycle = at(net.component, node);
		const closes = edge >= 0 && net.trap[cycle] && cycle === at(net.component, at(net.from, edge));
		if (closes || net.out[node]?.length === 0) {
			if (isWanted(outcomes.ending(state, node, edge))) result += count;
			return;
		}
		const flow = flows.get(node) ?? new Map<number, number>();
		flows.set(node, flow.set(state, (flow.get(state) ?? 0) + count));
	};
	for (const node of net.starts) arrive(node, outcomes.begin(node), 1, -1);
	// An edge never leads to a component of a greater number.
	for (let cycle = net.members.length - 1; cycle >= 0; cycle--)
		for (const node of net.members[cycle] ?? [])
			for (const [state, count] of flows.get(node) ?? [])
				if (net.cyclic[cycle])
					for (const way of ways(node))
						arrive(at(net.to, way.edge), apply(outcomes, way.change, state), count * way.count, way.edge);
				else
					for (const edge of net.out[node] ?? [])
						arrive(at(net.to, edge), outcomes.after(state, edge), count, edge);
	return result;
}

/** Which outcomes there may be behind each component of a network, whatever was said before. */
import {at, endsAt} from './network.js';
import type {Outcomes} from './outcome.js';

/** Outcomes as bits, each by its number. */
export type OutcomeSet = bigint;

export const noOutcome: OutcomeSet = 0n;
export const anyOutcome: OutcomeSet = -1n;

/** By number of the component: the outcomes of all ends that can be reached from there. */
export function outcomesBehind(outcomes: Outcomes): readonly OutcomeSet[] {
	const {net, states} = outcomes;
	const behind: OutcomeSet[] = [];
	// No edge leads to a component of a greater number.
	for (const [component, nodes] of net.members.entries()) {
		let set = noOutcome;
		for (const node of nodes) {
			for (const edge of net.out[node] ?? []) set |= behind[at(net.component, at(net.to, edge))] ?? noOutcome;
			if (!endsAt(net, node)) continue;
			for (const edge of [-1, ...(net.in[node] ?? [])])
				for (let state = 0; state < states; state++) set |= bit(outcomes.ending(state, node, edge));
		}
		behind[component] = set;
	}
	return behind;
}

function bit(outcome: number): OutcomeSet {
	return 1n << BigInt(outcome);
}

/** Whether `outcome` is in `set`. */
export function holds(set: OutcomeSet, outcome: number): boolean {
	return (set & bit(outcome)) !== noOutcome;
}

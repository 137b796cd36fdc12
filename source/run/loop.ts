/** Loop lines while they run: how often the part was gone round, and which branch goes round again. */
import type {Edge} from '../diagram/diagram.js';
import {together} from '../paths/network.js';
import type {Choice, Run, Token, Turn} from './run.js';
import {leadsBack, survey} from './survey.js';
import type {Trie} from './trie.js';

/** The turns of each loop after `token` has come to its node: one more where it was entered, from outside none. */
export function turned(run: Run, token: Token): Trie<Turn> {
	let turns = run.turns;
	for (const place of survey(run.diagram).loops.get(token.node) ?? []) {
		const known = turns.get(place);
		if (!known || entersFromOutside(run, token)) turns = turns.with(place, {entry: token.node, turns: 0});
		else if (known.entry === token.node) turns = turns.with(place, {...known, turns: known.turns + 1});
	}
	return turns;
}

function entersFromOutside({diagram}: Run, {edge, node}: Token): boolean {
	return edge === undefined || !together(diagram, diagram.edge(edge).from, node);
}

/** For a branch that leads round a loop once more, with no way out before it comes to where it was entered. */
export function loopOf(run: Run, edge: Edge): Choice['loop'] {
	const {diagram} = run;
	if (!together(diagram, edge.from, edge.to)) return undefined;
	const found = loopsBeside(run, edge).find(place => {
		const entry = run.turns.get(place)?.entry;
		return entry !== undefined && together(diagram, entry, edge.from) && leadsBack(diagram, edge.to, entry);
	});
	const loop = diagram.loops[found ?? -1];
	if (found === undefined || !loop) return undefined;
	const {condition} = loop;
	const bound = boundOf(condition);
	return {condition, turns: run.turns.get(found)?.turns ?? 0, ...(bound !== undefined && {bound})};
}

/** Places of the loops that name an end of `edge`, in file order. */
function loopsBeside({diagram}: Run, {from, to}: Edge): number[] {
	const {loops} = survey(diagram);
	return [...new Set([...(loops.get(from) ?? []), ...(loops.get(to) ?? [])])].sort((a, b) => a - b);
}

/**
 * How often a loop may be gone round, where its condition says so: `up to 3 times`, `max 5`, `3 retries`, `3`.
 * Other numbers, as in `until HTTP 200`, are no bound.
 */
export function boundOf(condition: string): number | undefined {
	const found =
		/(?:up to|at most|max(?:imum)?(?: of)?|limit(?: of)?|<=?|≤)\s*(\d{1,6})\b/i.exec(condition) ??
		/\b(\d{1,6})\s*(?:x|×|times|turns|rounds|retries|tries|attempts|iterations|loops|cycles)(?![a-z])/i.exec(
			condition,
		) ??
		/^\s*(\d{1,6})\s*$/.exec(condition);
	return found ? Number(found[1]) : undefined;
}

/** Loop lines while they run: how often the part was gone round, and which branch goes round again. */

import {boundOf} from '../diagram/bound.js';
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

/** Tokens put on nodes: what becomes of each there, and what it leaves behind. */
import type {Edge} from '../diagram/diagram.js';
import type {Run, Step, Token} from './run.js';
import {placeOf} from './survey.js';
import type {Trie} from './trie.js';
import {waysOn} from './ways.js';

/** The run with one more thing that happened. */
export function told(run: Run, step: Step): Run {
	return {...run, steps: run.steps.push(step)};
}

/** The table with `by` more at `key`. */
export function counted(table: Trie<number>, key: number, by = 1): Trie<number> {
	const sum = (table.get(key) ?? 0) + by;
	return sum === 0 ? table.without(key) : table.with(key, sum);
}

/**
 * The run with token `number` gone along `edge`; a number that does not live yet becomes a new token.
 * Where tokens may come together it waits at first; `settle` lets it in when nothing holds it back.
 */
export function take(run: Run, number: number, edge: Edge, type: 'move' | 'decide' | 'fork'): Run {
	const taken = counted(run.taken, placeOf(run.diagram, 'edge', edge.id));
	const moved = told({...run, taken}, {type, token: number, node: edge.to, edge: edge.id});
	const token: Token = {number, node: edge.to, edge: edge.id, phase: 'waiting'};
	return run.diagram.in(edge.to).length > 1 ? hold(moved, token) : fire(moved, token);
}

function hold(run: Run, token: Token): Run {
	const waiting = counted(run.waiting, placeOf(run.diagram, 'node', token.node));
	return {...run, waiting, tokens: run.tokens.with(token.number, {...token, phase: 'waiting'})};
}

/** The run with `token` let in at its node, unless that has been visited too often: then it asks. */
export function fire(run: Run, token: Token): Run {
	const place = placeOf(run.diagram, 'node', token.node);
	const allowed = run.switches.maxVisits + (run.granted.get(place) ?? 0);
	if ((run.visits.get(place) ?? 0) >= allowed)
		return {...run, tokens: run.tokens.with(token.number, {...token, phase: 'visits'})};
	const ready: Token = {...token, phase: 'ready'};
	const visits = counted(run.visits, place);
	const entered = {...run, visits, tokens: run.tokens.with(token.number, ready)};
	return waysOn(entered, token.node).length > 0 ? entered : end(entered, ready);
}

/** The run with `token` ended where it stands. */
export function end(run: Run, token: Token): Run {
	const {number, node} = token;
	return told(
		{...run, tokens: run.tokens.without(number), ended: run.ended.with(number, token)},
		{type: 'end', token: number, node},
	);
}

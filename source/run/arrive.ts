/** Tokens put on nodes: what becomes of each there, and what it leaves behind. */
import type {Edge} from '../diagram/diagram.js';
import {turned} from './loop.js';
import type {Path, Run, Step, Token} from './run.js';
import {placeOf} from './survey.js';
import {Trie} from './trie.js';
import {waysOn} from './ways.js';

/** The run with one more thing that happened. */
export function told(run: Run, step: Step): Run {
	return {...run, steps: run.steps.push(step)};
}

/** The table with one more at `key`. */
function counted(table: Trie<number>, key: number): Trie<number> {
	return table.with(key, (table.get(key) ?? 0) + 1);
}

/** The run with `token` gone along `edge`; one that does not live yet is new. */
export function take(run: Run, token: Token, edge: Edge, type: 'move' | 'decide' | 'fork'): Run {
	const taken = counted(run.taken, placeOf(run.diagram, 'edge', edge.id));
	const moved = told({...run, taken}, {type, token: token.number, node: edge.to, edge: edge.id});
	const alone = type === 'decide' && run.tokens.size === 1;
	const there: Token = {...token, node: edge.to, edge: edge.id, forked: alone ? 0 : token.forked};
	if (type === 'move' && comesBack(run, there)) return stand(moved, {...there, phase: 'again'});
	return enter(moved, there);
}

/**
 * A token that was split off and comes, unasked, to a node its way led through before the split:
 * most often a reply to the one who asked.
 */
function comesBack(run: Run, token: Token): boolean {
	const before = onPath(run, token);
	return before !== undefined && before.depth <= token.forked;
}

/**
 * The run with `token` come to its node: where tokens may come together it waits, until `settle` lets it in.
 * A turn round a cycle of its own, since it was split off, is nobody else's: then it does not wait.
 */
export function enter(run: Run, token: Token): Run {
	const {join} = {...run.switches, ...run.switches.nodes.get(token.node)};
	const meets = run.diagram.in(token.node).length > 1 && join !== 'any';
	if (!meets || (onPath(run, token)?.depth ?? 0) > token.forked) return fire(run, token);
	const place = placeOf(run.diagram, 'node', token.node);
	const waiting = run.waiting.with(place, {value: token.number, before: run.waiting.get(place)});
	const came = counted(run.came, placeOf(run.diagram, 'edge', token.edge ?? ''));
	return stand({...run, waiting, came}, {...token, phase: 'waiting'});
}

/** The run with `token` let in at its node, unless that has been visited too often: then it asks. */
export function fire(run: Run, token: Token): Run {
	const place = placeOf(run.diagram, 'node', token.node);
	const allowed = run.switches.maxVisits + run.granted;
	if ((run.visits.get(place) ?? 0) >= allowed) return stand(run, {...token, phase: 'visits'});
	const ready = led(run, token);
	const visits = counted(run.visits, place);
	const entered = stand({...run, visits, turns: turned(run, token)}, ready);
	return waysOn(entered, token.node).length > 0 ? entered : end(entered, ready);
}

/** The token with its node on its path; a turn round a cycle is cut out of it. */
function led(run: Run, token: Token): Token {
	const before = onPath(run, token);
	if (!before) return {...token, phase: 'ready', path: longer(run, token)};
	return {...token, phase: 'ready', path: before, forked: Math.min(token.forked, before.depth)};
}

/** The way of `token` and the node that it came to. */
export function longer({diagram}: Run, {path, node, edge}: Token): Path {
	return {
		node,
		...(edge !== undefined && {edge}),
		depth: (path?.depth ?? 0) + 1,
		before: path,
		earlier: path ? path.earlier.with(placeOf(diagram, 'node', path.node), path) : Trie.empty(),
	};
}

/** Where the way of `token` led through its node before; undefined where it is there for the first time. */
function onPath({diagram}: Run, {path, node}: Token): Path | undefined {
	return path?.node === node ? path : path?.earlier.get(placeOf(diagram, 'node', node));
}

function stand(run: Run, token: Token): Run {
	const place = placeOf(run.diagram, 'node', token.node);
	return {...run, tokens: run.tokens.with(token.number, token), latest: run.latest.with(place, token.number)};
}

/** The run with `token` ended where it stands. */
export function end(run: Run, token: Token, why?: 'left' | 'limit'): Run {
	const {number, node} = token;
	const gone = {...run, tokens: run.tokens.without(number), ended: run.ended.with(number, token)};
	return told(gone, {type: 'end', token: number, node, ...(why && {why})});
}

/** The run with `token` taken in as a reply by the node it came to. */
export function reply(run: Run, {number, node}: Token): Run {
	return told({...run, tokens: run.tokens.without(number)}, {type: 'reply', token: number, node});
}

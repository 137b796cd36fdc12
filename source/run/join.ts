/** Nodes with several ways in while several tokens live: who waits there, for whom, and how they go on as one. */
import {fire, told} from './arrive.js';
import type {Run, Token} from './run.js';
import {placeOf, reaches} from './survey.js';

/** A node where tokens wait, and the other tokens that may still come to it. */
export interface Gathering {
	readonly node: string;
	readonly here: readonly Token[];
	readonly missing: readonly Token[];
}

/** The nodes where tokens wait, in file order, each with those it waits for. */
export function gatherings(run: Run): Gathering[] {
	return Array.from(waitingNodes(run), node => ({
		node,
		here: [...run.tokens].filter(token => waitsAt(token, node)),
		missing: [...run.tokens].filter(token => canCome(run, token, node)),
	}));
}

/** The run with every gathering that nothing holds back gone on. */
export function release(run: Run): Run {
	let now = run;
	for (let found = true; found; ) {
		found = false;
		for (const node of waitingNodes(now))
			if (!heldBack(now, node)) {
				now = merge(now, node);
				found = true;
			}
	}
	return now;
}

/** The run with the tokens that wait at `node` made one, the first of them, and that let in. */
export function merge(run: Run, node: string): Run {
	const here = [...run.tokens].filter(token => waitsAt(token, node));
	const [first, ...rest] = here;
	if (!first) return run;
	const tokens = rest.reduce((table, token) => table.without(token.number), run.tokens);
	const waiting = run.waiting.without(placeOf(run.diagram, 'node', node));
	const alone = {...run, tokens, waiting};
	if (rest.length === 0) return fire(alone, first);
	const merged = here.map(token => token.number);
	return fire(told(alone, {type: 'join', token: first.number, node, merged}), first);
}

function* waitingNodes(run: Run): Generator<string, void> {
	for (const [place] of run.waiting.entries()) {
		const node = run.diagram.nodes[place];
		if (node) yield node.id;
	}
}

function waitsAt(token: Token, node: string): boolean {
	return token.phase === 'waiting' && token.node === node;
}

/**
 * An OR-join waits until no other live token can still reach it. A BPMN AND-join would stand still where a
 * branch was not taken; letting each token through would run all that follows several times.
 */
function heldBack(run: Run, node: string): boolean {
	const active = run.active === undefined ? undefined : run.tokens.get(run.active);
	if (active && canCome(run, active, node)) return true;
	for (const token of run.tokens) if (canCome(run, token, node)) return true;
	return false;
}

function canCome(run: Run, token: Token, node: string): boolean {
	return !waitsAt(token, node) && reaches(run.diagram, token.node, node);
}

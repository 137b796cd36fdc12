/** What a person may do beside stepping and answering: jump, go on with another token, read the diagram otherwise. */
import {fire, told} from './arrive.js';
import {letThrough} from './join.js';
import {activeToken, type Run, readingOf, type Switches, type Token} from './run.js';
import {follow} from './settle.js';

/** The run with the active token, or a new one where none can move, put on `node`; unchanged where there is no such node. */
export function jump(run: Run, node: string): Run {
	if (!run.diagram.has(node)) return run;
	const token = activeToken(run);
	const number = token?.number ?? run.issued + 1;
	const issued = Math.max(run.issued, number);
	const jumped = told({...run, issued, active: number}, {type: 'jump', token: number, node});
	return follow(
		run,
		{type: 'jump', node},
		fire(jumped, {number, node, phase: 'ready', path: token?.path, forked: token?.forked ?? 0}),
	);
}

/** The run going on with token `number`; unchanged where that does not live or waits. */
export function activate(run: Run, number: number): Run {
	const token = run.tokens.get(number);
	const able = token && token.phase !== 'waiting' && number !== run.active;
	return able ? follow(run, {type: 'token', number}, {...run, active: number}) : run;
}

/** The live tokens that could go on now, by number. */
export function movable(run: Run): readonly Token[] {
	return [...run.tokens].filter(token => token.phase !== 'waiting');
}

/**
 * The run read in another way from here on: all of it, or with `nodes` single nodes, which take the place of those that
 * were read in a way of their own before. An act even where it changes nothing: somebody said so, and a record tells it.
 */
export function reread(run: Run, switches: Partial<Switches>): Run {
	return follow(
		run,
		{type: 'read', switches},
		letThrough({...run, switches: readingOf(run.switches, switches)}),
	);
}

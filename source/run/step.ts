/** The two things a person does most: one step on, and an answer. */
import type {Edge} from '../diagram/diagram.js';
import {counted, end, fire, take} from './arrive.js';
import {startAt} from './begin.js';
import {choices} from './choices.js';
import {merge} from './join.js';
import type {Run, Token} from './run.js';
import {follow} from './settle.js';
import {placeOf, survey} from './survey.js';
import {type Way, waysOn} from './ways.js';

/** The run after the active token has taken its only way on; unchanged where there is a question or no token. */
export function step(run: Run): Run {
	const token = activeToken(run);
	const [way] = token && run.state === 'moving' ? waysOn(run, token.node) : [];
	return token && way ? follow(run, go(run, token, way, 'move')) : run;
}

/** The run after `id`, one of its `choices`, was chosen; unchanged where there is no such choice. */
export function choose(run: Run, id: string): Run {
	if (!choices(run).some(choice => choice.id === id)) return run;
	return follow(run, answer(run, id));
}

function answer(run: Run, id: string): Run {
	const type = run.question?.type;
	if (type === 'start') return startsNamed(run, id).reduce(startAt, run);
	if (type === 'stuck') return merge(run, id);
	const token = activeToken(run);
	if (!token) return run;
	if (type === 'visits') return id === 'end' ? end(run, token) : fire(grant(run, token.node), token);
	const way = waysOn(run, token.node).find(one => (one.type === 'edge' ? one.edge.id : one.type) === id);
	return way ? go(run, token, way, 'decide') : run;
}

/** A node may be called `all`; then it is meant. */
function startsNamed(run: Run, id: string): readonly string[] {
	return id === 'all' && !run.diagram.has(id) ? survey(run.diagram).starts : [id];
}

function go(run: Run, token: Token, way: Way, type: 'move' | 'decide'): Run {
	switch (way.type) {
		case 'edge':
			return take(run, token.number, way.edge, type);
		case 'all':
			return fork(run, token, way.edges);
		case 'leave':
			return end(run, token);
	}
}

/** The token takes the first edge and new ones the others, in file order. */
function fork(run: Run, token: Token, edges: readonly Edge[]): Run {
	let now = run;
	let number = token.number;
	for (const edge of edges) {
		now = take(now, number, edge, 'fork');
		number = now.issued + 1;
		if (edge !== edges.at(-1)) now = {...now, issued: number};
	}
	return now;
}

function grant(run: Run, node: string): Run {
	return {...run, granted: counted(run.granted, placeOf(run.diagram, 'node', node), run.switches.maxVisits)};
}

/** The token that moves next. */
export function activeToken(run: Run): Token | undefined {
	return run.active === undefined ? undefined : run.tokens.get(run.active);
}

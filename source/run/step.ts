/** The two things a person does most: one step on, and an answer. */
import type {Edge} from '../diagram/diagram.js';
import {end, enter, fire, reply, take} from './arrive.js';
import {startAt} from './begin.js';
import {choices} from './choices.js';
import {merge} from './join.js';
import {activeToken, type Run, type Token} from './run.js';
import {follow} from './settle.js';
import {survey} from './survey.js';
import {type Way, waysOn} from './ways.js';

/** The run after the active token has taken its only way on; unchanged where there is a question or no token. */
export function step(run: Run): Run {
	const token = activeToken(run);
	const [way] = token && run.state === 'moving' ? waysOn(run, token.node) : [];
	return token && way ? follow(run, {type: 'step'}, go(run, token, way, 'move')) : run;
}

/** The run after `id`, one of its `choices`, was chosen; unchanged where there is no such choice. */
export function choose(run: Run, id: string): Run {
	if (!choices(run).some(choice => choice.id === id)) return run;
	return follow(run, {type: 'choose', id}, answer(run, id));
}

function answer(run: Run, id: string): Run {
	const type = run.question?.type;
	if (type === 'start') return startsNamed(run, id).reduce(startAt, run);
	if (type === 'stuck') return merge(run, id);
	const token = activeToken(run);
	if (!token) return run;
	if (type === 'visits' && id === 'end') return end(run, token, 'limit');
	if (type === 'visits') return fire({...run, granted: run.granted + run.switches.maxVisits}, token);
	if (type === 'again') return id === 'reply' ? reply(run, token) : enter(run, token);
	const way = waysOn(run, token.node).find(one => (one.type === 'edge' ? one.edge.id : one.type) === id);
	return way ? go(run, token, way, 'decide') : run;
}

/** A node may be called `all`; then it is meant. */
function startsNamed(run: Run, id: string): readonly string[] {
	return id === 'all' && !run.diagram.has(id) ? survey(run.diagram).starts : [id];
}

function go(run: Run, token: Token, way: Way, type: 'move' | 'decide'): Run {
	if (way.type === 'all') return fork(run, token, way.edges);
	return way.type === 'edge' ? take(run, token, way.edge, type) : end(run, token, 'left');
}

/** The token takes the first edge and new ones the others, in file order. */
function fork(run: Run, token: Token, edges: readonly Edge[]): Run {
	const split = {...token, forked: token.path?.depth ?? 0};
	let now = run;
	for (const [index, edge] of edges.entries()) {
		if (index > 0) now = {...now, issued: now.issued + 1};
		now = take(now, index === 0 ? split : {...split, number: now.issued}, edge, 'fork');
	}
	return now;
}

/** What follows from an action by itself: joins let go, the next token picked, the question it asks. */
import {release} from './join.js';
import {type Act, activeToken, type Question, type Run, type Token} from './run.js';
import {waysOn} from './ways.js';

/** `after`, come to rest, as what follows `before` by `act`: undoing it leads back there. */
export function follow(before: Run, act: Act, after: Run): Run {
	const past = before.future ? {...before, future: undefined} : before;
	return {...settle(after), act, past, future: undefined};
}

/** The run with all done that needs no person. */
export function settle(run: Run): Run {
	const released = release(pick(run));
	const own = activeToken({...released, active: run.active});
	const next = pick(own?.phase === 'ready' ? {...released, active: own.number} : released);
	const question = ask(next);
	const state = question ? 'choosing' : next.tokens.size > 0 ? 'moving' : 'ended';
	return {...next, question, state};
}

/** The active token goes on while it can; else the next by number, the first after the last. */
function pick(run: Run): Run {
	const from = run.active ?? 0;
	const own = run.tokens.get(from);
	if (own && own.phase !== 'waiting') return run;
	const next = ableFrom(run, from + 1) ?? ableFrom(run, 0);
	return {...run, active: next?.number};
}

function ableFrom(run: Run, number: number): Token | undefined {
	for (const [, token] of run.tokens.entries(number)) if (token.phase !== 'waiting') return token;
	return undefined;
}

/** Where a way out could not be read, the one that is left is asked about too: it is not all that the file meant. */
function ask(run: Run): Question | undefined {
	if (run.issued === 0) return run.diagram.nodes.length > 0 ? {type: 'start'} : undefined;
	if (run.tokens.size === 0) return undefined;
	const token = activeToken(run);
	if (!token) return {type: 'stuck'};
	const {node, phase} = token;
	if (phase === 'again' || phase === 'visits') return {type: phase, node};
	const ways = waysOn(run, node);
	if (ways.length < (run.diagram.incomplete.has(node) ? 1 : 2)) return undefined;
	if (ways.some(way => way.type === 'leave' || (way.type === 'edge' && way.edge.synthetic)))
		return {type: 'loop', node};
	return {type: ways.some(way => way.type === 'all') ? 'split' : 'decide', node};
}

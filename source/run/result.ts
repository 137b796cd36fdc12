/** What a run came to. */
import type {Visit} from '../paths/detours.js';
import type {Outcomes, Verdict} from '../paths/outcome.js';
import type {Evidence} from '../paths/said.js';
import type {Run, Token} from './run.js';
import {activeToken} from './step.js';

/** Worst first: where tokens end in several ways, the worst of them is what the run came to. */
const severity = ['rollback', 'failure', 'rejected', 'aborted', 'escalated', 'degraded', 'success'];

/** The way `token` came, turns round cycles left out, in order. */
function wayOf(token: Token): Visit[] {
	const visits: Visit[] = [];
	for (let at = token.path; at; at = at.before) visits.push({node: at.node, edge: at.edge});
	return visits.reverse();
}

function limitAt({diagram}: Run, id: string): Evidence {
	return {kind: 'limit', element: 'node', id, label: diagram.node(id).label, word: ''};
}

/**
 * The outcome of a run that ended, with the reason; `open` with what has been said so far for one that has not.
 * Of tokens that ended in different ways those count whose outcome rests on words, the worst of them first.
 */
export function resultOf(run: Run, outcomes: Outcomes): Verdict {
	const cut = [...run.steps.tail(1)].find(({why}) => why === 'limit');
	if (cut) return {outcome: 'never ends', evidence: [limitAt(run, cut.node)]};
	const active = activeToken(run);
	if (run.state !== 'ended') return {...outcomes.verdict(active ? wayOf(active) : []), outcome: 'open'};
	const verdicts = Array.from(run.ended, token => outcomes.verdict(wayOf(token)));
	const worded = verdicts.filter(({evidence}) =>
		evidence.some(({kind}) => kind === 'word' || kind === 'given'),
	);
	const rank = ({outcome}: Verdict) =>
		(severity.indexOf(outcome) + severity.length + 1) % (severity.length + 1);
	return worded.sort((a, b) => rank(a) - rank(b))[0] ?? verdicts.at(-1) ?? {outcome: 'open', evidence: []};
}

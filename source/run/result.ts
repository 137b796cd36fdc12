/** What a run came to. */
import type {Visit} from '../paths/detours.js';
import {deadEnd, neverEnds, type Outcomes, open, type Verdict} from '../paths/outcome.js';
import type {Evidence} from '../paths/said.js';
import {activeToken, type Run, type Token} from './run.js';
import {endedIn} from './walked.js';

/** Worst first: where tokens end in several ways, the worst of them is what the run came to. */
const severity = ['rollback', 'failure', 'rejected', 'aborted', 'escalated', 'degraded', 'success'];

/** The way `token` came, turns round cycles left out, in order. */
function wayOf(token: Token): Visit[] {
	const visits: Visit[] = [];
	for (let at = token.path; at; at = at.before) visits.push({node: at.node, edge: at.edge});
	return visits.reverse();
}

function endedAt({diagram}: Run, kind: 'limit' | 'stop', id: string): Evidence {
	return {kind, element: 'node', id, label: diagram.node(id).label, word: ''};
}

/** What `token` came to. A loop that was left ends where nothing else leads on from, whatever its line implies. */
function verdictOf(run: Run, outcomes: Outcomes, token: Token, left: ReadonlySet<number>): Verdict {
	const verdict = outcomes.verdict(wayOf(token));
	const isLeft = left.has(token.number) && (verdict.outcome === open || verdict.outcome === neverEnds);
	return isLeft ? {outcome: deadEnd, evidence: [endedAt(run, 'stop', token.node)]} : verdict;
}

/**
 * The outcome of a run that ended, with the reason; `open` with what has been said so far for one that has not.
 * Of tokens that ended in different ways those count whose outcome rests on words, the worst of them first.
 */
export function resultOf(run: Run, outcomes: Outcomes): Verdict {
	const {last} = run.steps;
	if (last?.why === 'limit') return {outcome: neverEnds, evidence: [endedAt(run, 'limit', last.node)]};
	const active = activeToken(run);
	if (run.state !== 'ended') return {...outcomes.verdict(active ? wayOf(active) : []), outcome: open};
	const left = new Set(Array.from(run.steps).flatMap(({why, token}) => (why === 'left' ? [token] : [])));
	const verdicts = endedIn(run).map(token => verdictOf(run, outcomes, token, left));
	const worded = verdicts.filter(({evidence}) =>
		evidence.some(({kind}) => kind === 'word' || kind === 'given'),
	);
	const rank = ({outcome}: Verdict) =>
		(severity.indexOf(outcome) + severity.length + 1) % (severity.length + 1);
	return worded.sort((a, b) => rank(a) - rank(b))[0] ?? verdicts.at(-1) ?? {outcome: open, evidence: []};
}

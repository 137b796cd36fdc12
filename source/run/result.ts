/** What a run came to. */
import type {Visit} from '../paths/detours.js';
import {deadEnd, neverEnds, type Outcomes, open, type Verdict} from '../paths/outcome.js';
import type {Evidence} from '../paths/said.js';
import {activeToken, type Path, type Run, type Token} from './run.js';
import {endedIn} from './walked.js';

/** Worst first: where tokens end in several ways, the worst of them is what the run came to. */
const severity = ['rollback', 'failure', 'rejected', 'aborted', 'escalated', 'degraded', 'success'];

/** How bad an outcome is, 0 the worst; one that no word names is none. */
function rank(outcome: string | undefined): number {
	const at = severity.indexOf(outcome ?? '');
	return at < 0 ? severity.length : at;
}

/**
 * The way `token` came, turns round cycles left out, in order. Of ways that came together the worst stands last, so that
 * it decides, in whatever order the tokens went.
 */
function wayOf({path}: Token, outcomes: Outcomes): Visit[] {
	const places: Path[] = [];
	for (let at = path; at; at = at.before) places.push(at);
	const visits: Visit[] = [];
	for (const {node, edge, together} of places.reverse()) {
		if (!together) visits.push({node, edge});
		else for (const visit of worstLast(visits, together, outcomes)) visits.push(visit);
	}
	return visits;
}

/** Takes the ways of `lengths` from the end of `visits`, and gives them back with the end of the last once more. */
function worstLast(visits: Visit[], lengths: readonly number[], outcomes: Outcomes): Visit[] {
	const ways = lengths.toReversed().map(length => visits.splice(visits.length - length));
	const ranked = ways.reverse().map(way => ({way, bad: rank(outcomes.named(way))}));
	const all = ranked.sort((one, other) => other.bad - one.bad).flatMap(({way}) => way);
	return [...all, ...all.slice(-1)];
}

function endedAt({diagram}: Run, kind: 'limit' | 'stop', id: string): Evidence {
	return {kind, element: 'node', id, label: diagram.node(id).label, word: ''};
}

/** What `token` came to. A loop that was left ends where nothing else leads on from, whatever its line implies. */
function verdictOf(run: Run, outcomes: Outcomes, token: Token, left: ReadonlySet<number>): Verdict {
	const verdict = outcomes.verdictAlong(wayOf(token, outcomes));
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
	if (run.state !== 'ended')
		return {...outcomes.verdictAlong(active ? wayOf(active, outcomes) : []), outcome: open};
	const left = new Set(Array.from(run.steps).flatMap(({why, token}) => (why === 'left' ? [token] : [])));
	const verdicts = endedIn(run).map(token => verdictOf(run, outcomes, token, left));
	const worded = verdicts.filter(({evidence}) =>
		evidence.some(({kind}) => kind === 'word' || kind === 'given'),
	);
	return (
		worded.sort((a, b) => rank(a.outcome) - rank(b.outcome))[0] ??
		verdicts.at(-1) ?? {outcome: open, evidence: []}
	);
}

/** What a run came to. */
import {onceFor} from '../once.js';
import {deadEnd, neverEnds, type Outcomes, open, type Verdict} from '../paths/outcome.js';
import {type Evidence, nothing, type Said} from '../paths/said.js';
import {activeToken, type Path, type Run, type Token} from './run.js';
import {endedIn} from './walked.js';

/** Worst first: where tokens end in several ways, the worst of them is what the run came to. */
const severity = ['rollback', 'failure', 'rejected', 'aborted', 'escalated', 'degraded', 'success'];

/** How bad an outcome is, 0 the worst; what people named themselves is better than any, and none better still. */
function rank(outcome: string | undefined): number {
	if (outcome === undefined) return severity.length + 1;
	const at = severity.indexOf(outcome);
	return at < 0 ? severity.length : at;
}

/** What a run can come to whose tokens can come to `each` of these: anything, but nothing better than the best of any token. */
export function jointly(each: readonly (readonly string[])[]): string[] {
	const bound = Math.min(...each.filter(all => all.length > 0).map(all => Math.max(...all.map(rank))));
	return [...new Set(each.flat())].filter(outcome => rank(outcome) <= bound);
}

/** What was said on a way, and the edge that it came to its end by. */
interface Heard {
	readonly said: Said;
	readonly edge: string | undefined;
}

const known = onceFor<Outcomes, WeakMap<Path, Heard>>(() => new WeakMap());

/** What was said on the way to `end`. Of ways that came together that counts which said the worst, whichever came first. */
function heardOn(end: Path, outcomes: Outcomes): Heard {
	const heard = known(outcomes);
	const open = [end];
	for (let path = open.at(-1); path; path = open.at(-1)) {
		const ways = [...(path.before ? [path.before] : []), ...(path.together ?? [])];
		const missing = ways.filter(way => !heard.has(way));
		for (const way of missing) open.push(way);
		if (missing.length > 0) continue;
		open.pop();
		heard.set(
			path,
			hear(
				path,
				ways.flatMap(way => heard.get(way) ?? []),
				outcomes,
			),
		);
	}
	return heard.get(end) ?? {said: nothing, edge: undefined};
}

function hear(path: Path, ways: readonly Heard[], outcomes: Outcomes): Heard {
	const bad = ({said}: Heard) => rank(outcomes.named(said));
	const [worst] = ways.toSorted((one, other) => bad(one) - bad(other));
	if (path.together && worst) return worst;
	return {said: outcomes.heard(worst?.said ?? nothing, path), edge: path.edge};
}

/** The outcome of the way of `token`, were it to end where it is. */
function outcomeOf({path}: Token, outcomes: Outcomes): Verdict {
	if (!path) return {outcome: open, evidence: []};
	const {said, edge} = heardOn(path, outcomes);
	return outcomes.verdictAfter(said, {node: path.node, edge});
}

function endedAt({diagram}: Run, kind: 'limit' | 'stop', id: string): Evidence {
	return {kind, element: 'node', id, label: diagram.node(id).label, word: ''};
}

/** What `token` came to. A loop that was left ends where nothing else leads on from, whatever its line implies. */
function verdictOf(run: Run, outcomes: Outcomes, token: Token, left: ReadonlySet<number>): Verdict {
	const verdict = outcomeOf(token, outcomes);
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
		return {...(active ? outcomeOf(active, outcomes) : {evidence: []}), outcome: open};
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

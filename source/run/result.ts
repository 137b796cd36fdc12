/** What a run came to. */
import {onceFor} from '../once.js';
import {at} from '../paths/network.js';
import {deadEnd, neverEnds, type Outcomes, open, type Verdict} from '../paths/outcome.js';
import {nothing, type Said} from '../paths/said.js';
import {outcomeClasses} from '../paths/words/tables.js';
import {activeToken, type Path, type Run, type Step, type Token} from './run.js';
import {placeOf} from './survey.js';
import {endedIn} from './walked.js';

/**
 * Worst first: where tokens end in several ways, the worst of them is what the run came to. A run in which one never
 * ends does not end; a dead end is only worse than ends that say nothing.
 */
const severity: readonly string[] = [neverEnds, ...outcomeClasses, deadEnd];

/** How bad an outcome is, 0 the worst; any other name is better than these, and none better still. */
function rank(outcome: string | undefined): number {
	if (outcome === undefined) return severity.length + 1;
	const at = severity.indexOf(outcome);
	return at < 0 ? severity.length : at;
}

/** Before all that words say goes what a person gave. */
const given = -1;

/** What a run can come to whose tokens can come to `each` of these: anything, but nothing better than the best of any token. */
export function jointly(each: readonly (readonly string[])[], outcomes: Outcomes): string[] {
	const bad = (outcome: string) => (outcomes.isGiven(outcome) ? given : rank(outcome));
	const bound = Math.min(...each.filter(all => all.length > 0).map(all => Math.max(...all.map(bad))));
	return [...new Set(each.flat())].filter(outcome => bad(outcome) <= bound);
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
	const worst = worstOf(ways, way => weight(way, outcomes));
	if (path.together && worst) return worst;
	return {said: outcomes.heard(worst?.said ?? nothing, path), edge: path.edge};
}

/** How bad what was said is; of ways that said the same, one that says it last at its end goes first. */
function weight({said, edge = ''}: Heard, outcomes: Outcomes): readonly number[] {
	const {edgeOf, from} = outcomes.net;
	const number = edgeOf.get(edge);
	const bad = outcomes.given(said.state) ? given : rank(outcomes.named(said));
	return number === undefined ? [bad] : [bad, outcomes.marked(number) ? 0 : 1, -at(from, number)];
}

/** The one whose weight is the least, number by number, in whatever order they are. */
function worstOf<One>(all: readonly One[], weigh: (one: One) => readonly number[]): One | undefined {
	const compare = (a: readonly number[], b: readonly number[]) =>
		a.map((number, index) => number - (b[index] ?? number)).find(difference => difference !== 0) ?? 0;
	return all.toSorted((one, other) => compare(weigh(one), weigh(other)))[0];
}

/** The outcome of the way of `token`, were it to end where it is; `stops` where it goes no further, whatever leads on. */
function outcomeOf({path}: Token, outcomes: Outcomes, stops = false): Verdict {
	if (!path) return {outcome: open, evidence: []};
	const {said, edge} = heardOn(path, outcomes);
	return outcomes.verdictAfter(said, {node: path.node, edge}, stops);
}

/** What `token` came to. A loop that was left ends where nothing else leads on from, whatever its line implies. */
function verdictOf({diagram}: Run, outcomes: Outcomes, token: Token, why: Step['why']): Verdict {
	if (why !== 'limit') return outcomeOf(token, outcomes, why === 'left');
	const {id, label} = diagram.node(token.node);
	return {outcome: neverEnds, evidence: [{kind: 'limit', element: 'node', id, label, word: ''}]};
}

/**
 * The outcome of a run that ended, with the reason; `open` with what has been said so far for one that has not.
 * Of tokens that ended in different ways the worst counts; where none says anything, the end that comes last in the file.
 */
export function resultOf(run: Run, outcomes: Outcomes): Verdict {
	const active = activeToken(run);
	if (run.state !== 'ended')
		return {...(active ? outcomeOf(active, outcomes) : {evidence: []}), outcome: open};
	const why = new Map(Array.from(run.steps, ({token, why}) => [token, why]));
	const verdicts = endedIn(run).map(token => ({
		...verdictOf(run, outcomes, token, why.get(token.number)),
		place: placeOf(run.diagram, 'node', token.node),
	}));
	const worst = worstOf(verdicts, ({outcome, evidence, place}) => [
		evidence.some(({kind}) => kind === 'given') ? given : rank(outcome),
		-place,
	]);
	return worst ? {outcome: worst.outcome, evidence: worst.evidence} : {outcome: open, evidence: []};
}

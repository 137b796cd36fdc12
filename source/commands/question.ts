/** The options of `paths` as a question about routes, and those that name nodes and outcomes. */
import {isCalled} from '../canvas/typed.js';
import type {Diagram} from '../diagram/diagram.js';
import type {Overrides} from '../paths/evidence.js';
import {type Outcomes, open, outcomesOf} from '../paths/outcome.js';
import {type Outlook, outlook} from '../paths/outlook.js';
import {mostRounds, type Question} from '../paths/query.js';
import {expectedIn} from '../session/drill.js';
import {type Arguments, mostNumber, type Option, UsageError} from './command.js';

/** Options that name outcomes; `diff` has them too. */
export const outcomeOption: Option = {
	type: 'string',
	multiple: true,
	value: 'NAME=IDS',
	help: 'call routes over these nodes or edges NAME, whatever the words say',
};

export const loopsOption: Option = {
	type: 'string',
	value: 'N',
	help: `go round a cycle at most N times, ${mostRounds} at the most; 1 without it`,
};

/** The outcomes of `diagram` as `--outcome` has them; a UsageError where that names nothing. */
export function outcomesGiven(given: Arguments, diagram: Diagram): Outcomes {
	return told('outcome', () => outcomesOf(diagram, overridesGiven(given)));
}

/** What `--outcome NAME=ID,ID` says. */
export function overridesGiven(given: Arguments): Overrides {
	const overrides = new Map<string, string[]>();
	for (const text of given.values('outcome')) {
		const [, name = '', ids = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
		if (name === '') throw new UsageError(`--outcome takes NAME=IDS, such as success=n19,n20; not ${text}`);
		overrides.set(name.trim(), [...(overrides.get(name.trim()) ?? []), ...wordsIn([ids])]);
	}
	return overrides;
}

/** The outcome named by `--expect`, as the diagram has it; a UsageError for one that it does not have. */
export function expectedGiven(given: Arguments, outcomes: Outcomes): string | undefined {
	const name = given.value('expect');
	if (name === undefined) return undefined;
	const ahead = outlook(outcomes);
	const found = expectedIn(ahead, name) ?? leftIn(outcomes, name);
	if (found !== undefined) return found;
	throw noneCalled('expect', name, ahead);
}

/** The outcome called `name` where a loop may be left that no edge closes: routes tell nothing of what that comes to. */
function leftIn({net, names}: Outcomes, name: string): string | undefined {
	const canLeave = net.diagram.edges.some(({synthetic}) => synthetic);
	return canLeave ? names.find(one => one !== open && isCalled(one, name)) : undefined;
}

/** How often a cycle may be gone round. */
export function roundsGiven(given: Arguments): number {
	return given.number('loops', 0, mostRounds) ?? 1;
}

/** The question that the options ask; a UsageError for a node that is not there. */
export function questionGiven(given: Arguments, diagram: Diagram, outcomes: Outcomes): Question {
	const list = (name: string) => wordsIn(given.values(name));
	const nodes = (name: string) => {
		for (const id of list(name)) mustBeNode(diagram, name, id);
		return list(name);
	};
	return {
		rounds: roundsGiven(given),
		from: nodes('from'),
		...goalsIn(list('to'), diagram, outcomes),
		via: nodes('via'),
		avoid: nodes('avoid'),
	};
}

/** What `--to` names: nodes or, beside them, outcomes. A route ends at the first of such nodes, so that both are two questions. */
function goalsIn(
	list: readonly string[],
	diagram: Diagram,
	names: Outcomes,
): Pick<Question, 'to' | 'outcomes'> {
	const to = list.filter(word => diagram.has(word));
	const outcomes = list.filter(word => !diagram.has(word)).map(word => outcomeGiven('to', names, word));
	if (to.length > 0 && outcomes.length > 0)
		throw new UsageError(
			`--to takes nodes or outcomes, not both: ${to[0]} is a node, ${outcomes[0]} an outcome; ask for one after the other`,
		);
	return {to, outcomes};
}

/** The options that were given, for the record: those of lists as lists, others so where they were given again. */
export function optionsGiven(given: Arguments): Record<string, string | readonly string[]> {
	const lists = ['outcome', 'from', 'to', 'via', 'avoid'];
	const others = ['loops', 'cover', 'shortest', 'route', 'sort', 'limit'];
	return Object.fromEntries(
		[...lists, ...others].flatMap(name => {
			const [value, ...more] = given.values(name);
			if (value === undefined) return [];
			return [[name, lists.includes(name) || more.length > 0 ? [value, ...more] : value]];
		}),
	);
}

/** How many routes to list. */
export function limitGiven(given: Arguments, usual: number): number {
	const text = given.value('limit');
	if (text === undefined) return usual;
	if (text === 'all') return Number.POSITIVE_INFINITY;
	if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > mostNumber)
		throw new UsageError(`--limit takes a whole number from 1 to ${mostNumber}, or all; not ${text}`);
	return Number(text);
}

/** The outcome that is called `word` as it is shown; a UsageError for the option where there is none. */
export function outcomeGiven(option: string, outcomes: Outcomes, word: string): string {
	const shown = outcomes.names.find(name => isCalled(name, word));
	if (shown !== undefined) return shown;
	throw noneCalled(option, word, outlook(outcomes));
}

function noneCalled(option: string, word: string, ahead: Outlook): UsageError {
	const [what, those] =
		option === 'to' ? ['node or outcome', 'outcomes there are'] : ['outcome', 'there are'];
	return new UsageError(`--${option}: no ${what} is called ${word}; ${those}: ${ahead.reached().join(', ')}`);
}

/** Turns the RangeError of a name that is not there into a UsageError for the option that names it. */
export function told<T>(option: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof RangeError ? new UsageError(`--${option}: ${error.message}`) : error;
	}
}

/** Throws a UsageError where `diagram` has no node `id`, which the option names. */
export function mustBeNode(diagram: Diagram, option: string, id: string): void {
	if (!diagram.has(id)) throw new UsageError(`--${option}: no node is called ${id}`);
}

/** The words of lists that are parted by commas. */
export function wordsIn(values: readonly string[]): string[] {
	return values
		.flatMap(value => value.split(','))
		.map(word => word.trim())
		.filter(Boolean);
}

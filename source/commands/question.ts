/** The options of `paths` as a question about routes. */
import {isCalled} from '../canvas/typed.js';
import type {Diagram} from '../diagram/diagram.js';
import type {Overrides} from '../paths/evidence.js';
import {type Outcomes, outcomesOf} from '../paths/outcome.js';
import {mostRounds, type Question} from '../paths/query.js';
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
	return told(() => outcomesOf(diagram, overridesGiven(given)));
}

/** What `--outcome NAME=ID,ID` says. */
export function overridesGiven(given: Arguments): Overrides {
	const overrides = new Map<string, string[]>();
	for (const text of given.values('outcome')) {
		const [, name = '', ids = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
		if (name === '') throw new UsageError(`--outcome takes NAME=IDS, such as success=n19,n20; not ${text}`);
		overrides.set(name.trim(), [...(overrides.get(name.trim()) ?? []), ...words([ids])]);
	}
	return overrides;
}

/** How often a cycle may be gone round. */
export function roundsGiven(given: Arguments): number {
	return given.number('loops', 0, mostRounds) ?? 1;
}

/** The question that the options ask; a UsageError for a node that is not there. What `--to` names beside nodes are outcomes. */
export function questionGiven(given: Arguments, diagram: Diagram, outcomes: Outcomes): Question {
	const list = (name: string) => words(given.values(name));
	const nodes = (name: string) => list(name).map(id => nodeOf(diagram, name, id));
	const to = list('to');
	return {
		rounds: roundsGiven(given),
		from: nodes('from'),
		to: to.filter(word => diagram.has(word)),
		outcomes: to.filter(word => !diagram.has(word)).map(word => outcomeShown(outcomes, word)),
		via: nodes('via'),
		avoid: nodes('avoid'),
	};
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

/** `word` as the diagram has it where it is an outcome as that is shown, else as it is. */
export function outcomeShown({names}: Outcomes, word: string): string {
	return names.find(name => isCalled(name, word)) ?? word;
}

/** Turns the RangeError of a name that is not there into a UsageError. */
export function told<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof RangeError ? new UsageError(error.message) : error;
	}
}

function nodeOf(diagram: Diagram, option: string, id: string): string {
	if (diagram.has(id)) return id;
	throw new UsageError(`--${option}: no node is called ${id}`);
}

function words(values: readonly string[]): string[] {
	return values
		.flatMap(value => value.split(','))
		.map(word => word.trim())
		.filter(Boolean);
}

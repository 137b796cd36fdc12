/** `diff`: what a change does to a diagram and to its routes. */
import {Diagram} from '../diagram/diagram.js';
import {type Difference, differs, type Tally} from '../paths/diff/difference.js';
import {match} from '../paths/diff/match.js';
import {routeDifference} from '../paths/diff/routes.js';
import {structuralChanges} from '../paths/diff/structure.js';
import {differenceFormats} from '../paths/diff/write.js';
import {type Outcomes, outcomesOf} from '../paths/outcome.js';
import {everything, Query} from '../paths/query.js';
import {splitsIn} from '../paths/splits.js';
import {errorsIn} from '../problem.js';
import {scenarios} from '../run/scenarios.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {say} from './characters.js';
import {type Arguments, type Command, type ExitCode, UsageError} from './command.js';
import {load, nameOf} from './load.js';
import {limitGiven, loopsOption, outcomeOption, overridesGiven, roundsGiven} from './question.js';

/** Steps of whole runs that are counted on one side: runs that begin alike share none of them. */
const mostRunSteps = 1_000_000;
/** Routes of a kind that are listed without `--limit`. */
const usualLimit = 10;

export const diff: Command = {
	name: 'diff',
	summary: 'show what a change does to a diagram and to its routes',
	operands: 'OLD NEW',
	options: {
		format: {type: 'string', oneOf: Object.keys(differenceFormats), help: 'how to write it; text without it'},
		limit: {
			type: 'string',
			value: 'N',
			help: `of each kind list N routes, or \`all\`; ${usualLimit} without it, but in json all`,
		},
		'exit-code': {type: 'boolean', help: 'exit 1 where the two differ'},
		outcome: outcomeOption,
		loops: loopsOption,
	},
	examples: [
		['flowzap-tui diff old.fz new.fz', 'what changed, and which routes came, went or end otherwise'],
		['flowzap-tui diff old.fz new.fz --format markdown', 'the same for a pull request'],
		['git config diff.flowzap.command "flowzap-tui diff"', 'let git show it; the docs say how'],
	],
	async run(world, given) {
		const {sides, git} = sidesOf(given.words);
		const limit = limitGiven(given, usualLimit);
		const found: Found[] = [];
		for (const {path, name} of sides) {
			const read = await diagramIn(world, path);
			if (typeof read === 'object') found.push(read);
			else if (!git || read !== 1) return read;
			else {
				// git gives up on a failure, so that the files behind this one would be missing.
				await say(world, `${harmless(name)}: not compared, since there is no diagram in one of the two\n\n`);
				return 0;
			}
		}
		const [before, after] = found as [Found, Found];
		const difference = compare(given, before, after, {before: sides[0].name, after: sides[1].name});
		const format = given.value('format') ?? 'text';
		const write = differenceFormats[format as keyof typeof differenceFormats];
		await say(world, write(difference, limit) + (git ? '\n' : ''), format);
		return given.flag('exit-code') && differs(difference) ? 1 : 0;
	},
};

/** One of the two files. */
interface Side {
	readonly path: string;
	readonly name: string;
}

/** The two files, and whether git gave them. */
interface Sides {
	readonly sides: readonly [Side, Side];
	readonly git: boolean;
}

/** OLD NEW; or as git calls an external driver: PATH OLD HEX MODE NEW HEX MODE, and of a renamed file two words more. */
function sidesOf(words: readonly string[]): Sides {
	const [first = '', second = ''] = words;
	if (words.length === 2) {
		const side = (path: string) => ({path, name: nameOf(path)});
		if (first === '-' && second === '-') throw new UsageError('only one of the two can be standard input');
		return {sides: [side(first), side(second)], git: false};
	}
	const [path = '', old = '', , , young = ''] = words;
	if (words.length !== 7 && words.length !== 9) throw new UsageError('name two files: OLD NEW');
	const side = (file: string, name: string) => ({path: file, name: file === '/dev/null' ? file : name});
	return {sides: [side(old, path), side(young, words[7] ?? path)], git: true};
}

/** What could be read of a file. */
interface Found {
	readonly diagram: Diagram;
	readonly errors: number;
}

async function diagramIn(world: World, path: string): Promise<Found | ExitCode> {
	if (path === '/dev/null')
		return {diagram: new Diagram({lanes: [], nodes: [], edges: [], loops: []}), errors: 0};
	const loaded = await load(world, path);
	if ('exit' in loaded) return loaded.exit;
	return {diagram: loaded.diagram, errors: errorsIn(loaded.problems)};
}

function compare(given: Arguments, old: Found, young: Found, names: Difference['names']): Difference {
	const [before, after] = [old.diagram, young.diagram];
	const overrides = overridesGiven(given);
	const holds = (diagram: Diagram, id: string) =>
		diagram.has(id) || diagram.edges.some(edge => edge.id === id);
	for (const id of [...overrides.values()].flat())
		if (!holds(before, id) && !holds(after, id))
			throw new UsageError(`--outcome: no node or edge is called ${id}`);
	const rounds = roundsGiven(given);
	const outcomes = (diagram: Diagram) => {
		const known = [...overrides].map(([name, ids]) => [name, ids.filter(id => holds(diagram, id))] as const);
		return outcomesOf(diagram, new Map(known));
	};
	const told = {before: outcomes(before), after: outcomes(after)};
	const query = (of: Outcomes) => new Query(of, {...everything, rounds});
	const matching = match(before, after);
	return {
		names,
		before,
		after,
		errors: {before: old.errors, after: young.errors},
		changes: structuralChanges(before, after, matching),
		routes: routeDifference(query(told.before), query(told.after), matching),
		runs: [before, after].some(diagram => splitsIn(diagram).length > 0)
			? {before: tallyOf(before, told.before, rounds), after: tallyOf(after, told.after, rounds)}
			: undefined,
	};
}

/** The whole runs of a diagram by outcome, as far as they are looked for. */
function tallyOf(diagram: Diagram, outcomes: Outcomes, rounds: number): Tally {
	const counts = new Map<string, number>();
	let [runs, steps, exact] = [0, 0, true];
	for (const run of scenarios(diagram, outcomes, rounds)) {
		if (steps > mostRunSteps) {
			exact = false;
			break;
		}
		steps += run === 'searching' ? diagram.nodes.length : run.steps.length;
		if (run === 'searching') continue;
		runs += 1;
		counts.set(run.verdict.outcome, (counts.get(run.verdict.outcome) ?? 0) + 1);
	}
	return {
		total: {value: BigInt(runs), exact},
		outcomes: outcomes.names.flatMap(outcome => {
			const count = counts.get(outcome);
			return count === undefined ? [] : [{outcome, count: {value: BigInt(count), exact}}];
		}),
	};
}

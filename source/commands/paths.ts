/** `paths`: the routes of a diagram, counted and listed for review. */
import {hashOf} from '../hash.js';
import {numberOf} from '../numbers.js';
import type {Format} from '../paths/formats/format.js';
import {type Heading, totalText, type Writer} from '../paths/formats/format.js';
import {formats} from '../paths/formats/formats.js';
import {Query} from '../paths/query.js';
import type {Route} from '../paths/route.js';
import {errorsIn} from '../problem.js';
import {runFormats} from '../run/listing.js';
import type {World} from '../world.js';
import {charactersFor, columnsFor, isRead, readable} from './characters.js';
import {type Arguments, type Command, type ExitCode, UsageError} from './command.js';
import {mostKept, type Sorted, writeListing} from './listing.js';
import {fileOf, load} from './load.js';
import {
	limitGiven,
	loopsOption,
	optionsGiven,
	outcomeOption,
	outcomesGiven,
	questionGiven,
} from './question.js';
import {covers, type Listed, listedRoutes} from './routes.js';
import {writeScenarios} from './scenarios.js';

/** Those of routes, and those that whole runs alone are written in. */
const formatNames = [...new Set([...Object.keys(formats), ...Object.keys(runFormats)])];

export const paths: Command = {
	name: 'paths',
	summary: 'count and list every route with its decisions and its outcome',
	operands: 'FILE',
	options: {
		format: {
			type: 'string',
			value: 'NAME',
			oneOf: formatNames,
			help: `one of ${formatNames.join(', ')}`,
		},
		outcome: outcomeOption,
		loops: loopsOption,
		from: {type: 'string', multiple: true, value: 'NODES', help: 'begin at these nodes'},
		to: {type: 'string', multiple: true, value: 'NODES', help: 'end at these nodes; or: with these outcomes'},
		via: {type: 'string', multiple: true, value: 'NODES', help: 'pass all these nodes, in any order'},
		avoid: {type: 'string', multiple: true, value: 'NODES', help: 'pass none of these nodes'},
		cover: {
			type: 'string',
			oneOf: Object.keys(covers),
			help: 'the fewest routes that take every edge; independent ones',
		},
		shortest: {
			type: 'string',
			multiple: true,
			value: 'OUTCOME',
			help: 'a shortest route to this outcome, or to `all`',
		},
		route: {type: 'string', value: 'ID', help: 'the route with this id or number only'},
		scenarios: {
			type: 'boolean',
			help: 'whole runs instead, parallel splits taken whole; no picture of them',
		},
		sort: {type: 'string', oneOf: ['file', 'outcome', 'length'], help: 'order of the listing'},
		limit: {type: 'string', value: 'N', help: 'list at most N routes, or `all`'},
		count: {type: 'boolean', help: 'count only, list none'},
	},
	examples: [
		['flowzap-tui paths blue-green.fz', 'every route, grouped by outcome'],
		['flowzap-tui paths blue-green.fz --to rollback', 'only the routes that end in a rollback'],
		[
			'flowzap-tui paths blue-green.fz --cover edges',
			'the drill plan: the fewest routes that take every edge',
		],
		[
			'flowzap-tui paths blue-green.fz --shortest rollback --format mermaid',
			'one route, marked in the diagram',
		],
		['flowzap-tui paths blue-green.fz --format markdown', 'tables for a pull request'],
		[
			'flowzap-tui paths blue-green.fz --outcome success=n19 --outcome undone=n13,n20',
			'outcomes told, not guessed',
		],
	],
	async run(world, given) {
		const loaded = await load(world, fileOf(given));
		if ('exit' in loaded) return loaded.exit;
		const {diagram, source, problems} = loaded;
		const outcomes = outcomesGiven(given, diagram);
		const common = {
			diagram,
			file: {
				name: source.name,
				// Few formats ask for it, and it takes a part of a start to load what makes it.
				get sha256() {
					return hashOf(source.text);
				},
			},
			errors: errorsIn(problems),
			options: optionsGiven(given),
			columns: columnsFor(world),
		};
		if (given.flag('scenarios')) return writeScenarios(world, given, outcomes, common);
		const question = questionGiven(given, diagram, outcomes);
		const query = new Query(outcomes, question);
		const counts = query.count();
		const listed = listedRoutes(given, query);
		return write(world, given, query, listed, {
			...common,
			subject: listed.subject,
			countOnly: given.flag('count'),
			counts,
			estimate: counts.total.exact ? undefined : query.estimate(counts.total.value),
		});
	},
};

async function write(
	world: World,
	given: Arguments,
	query: Query,
	{found, size}: Listed,
	known: Omit<Heading, 'byOutcome'>,
): Promise<ExitCode> {
	const format = formatGiven(given);
	const limit = limitGiven(given, format.limit);
	const {value, exact} = known.counts.total;
	const isMany = size === undefined ? !exact || value > mostKept : size > mostKept;
	const sorted = sortedBy(given, format, query, {limit, isMany});
	const heading = {...known, byOutcome: sorted?.name === 'outcome'};
	const writer = writerFor(world, given, format.open(heading));
	if (given.flag('count')) {
		const none = () => writer.begin() + writer.end({listed: 0, cut: true});
		await world.write(format.count?.(heading) ?? none());
		return 0;
	}
	if (format.mute && !exact) world.complain(`flowzap-tui: ${totalText(heading)}\n`);
	if (isMany && sorted && sorted.among > limit)
		world.complain(`flowzap-tui: sorted are the first ${numberOf(mostKept)} routes that were found\n`);
	const total = size === undefined ? numberOf(value, exact) : numberOf(size);
	return writeListing(world, writer, found, {limit, sorted, total});
}

/** The order that was asked for, of as many routes as may be kept; without one that of the format, of those it lists. */
function sortedBy(
	given: Arguments,
	format: Format,
	query: Query,
	{limit, isMany}: {readonly limit: number; readonly isMany: boolean},
): (Sorted & {readonly name: string}) | undefined {
	const asked = given.value('sort');
	const name = asked ?? (limit <= mostKept ? format.sort : 'file');
	const order = orders(query).get(name);
	if (!order) return undefined;
	if (isMany && limit > mostKept)
		throw new UsageError(`--sort ${name} of so many routes needs a --limit of at most ${mostKept}`);
	return {name, order, among: asked === undefined ? limit : mostKept};
}

/** `writer`, as people read what it writes where they do. */
function writerFor(world: World, given: Arguments, writer: Writer): Writer {
	const characters = charactersFor(world);
	if (!isRead(given.value('format') ?? 'text')) return writer;
	return {
		begin: () => readable(writer.begin(), characters),
		route(route) {
			const text = writer.route(route);
			return typeof text === 'string' ? readable(text, characters) : text;
		},
		end: ending => readable(writer.end(ending), characters),
	};
}

function formatGiven(given: Arguments): Format {
	const name = given.value('format') ?? 'text';
	const format = new Map<string, Format>(Object.entries(formats)).get(name);
	if (!format)
		throw new UsageError(`routes are written as ${Object.keys(formats).join(', ')}; not as ${name}`);
	return format;
}

/** How routes are sorted; an order that is not here is that of the file. */
function orders({outcomes}: Query): ReadonlyMap<string, (a: Route, b: Route) => number> {
	const rankOf = ({verdict}: Route) => outcomes.rank(verdict.outcome);
	return new Map([
		['outcome', (a, b) => rankOf(a) - rankOf(b) || a.number - b.number],
		['length', (a, b) => a.edges.length - b.edges.length || a.number - b.number],
	]);
}

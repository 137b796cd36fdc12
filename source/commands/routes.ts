/** Which routes `paths` lists: all that answer the question, or a choice of them. */
import {isCalled} from '../canvas/typed.js';
import {groupBy} from '../group.js';
import {numberOf, plural} from '../numbers.js';
import {basis} from '../paths/basis.js';
import {coverEdges, type Line} from '../paths/cover.js';
import {at} from '../paths/network.js';
import {open} from '../paths/outcome.js';
import type {Query} from '../paths/query.js';
import {RouteMaker} from '../paths/route.js';
import {shortestRoute} from '../paths/way.js';
import {defaultSwitches, mostVisits} from '../run/run.js';
import {type Arguments, UsageError} from './command.js';
import type {Found} from './listing.js';
import {outcomeGiven} from './question.js';

/** Routes, and what they are in words. */
export interface Listed {
	readonly subject: string;
	readonly found: Found;
	/** How many there are where that is known; else as many as were counted. */
	readonly size?: number;
}

/** What `--cover` may ask for. */
export const covers: Readonly<Record<string, (query: Query) => Listed>> = {
	edges: covering,
	basis: independent,
};

/** What `--cover`, `--shortest` and `--route` make of the routes of `query`. */
export function listedRoutes(given: Arguments, query: Query): Listed {
	const cover = given.value('cover');
	const shortest = given.values('shortest');
	const route = given.value('route');
	const choosing = ['cover', 'shortest', 'route'];
	const ofListing = given.flag('count') ? [...choosing, 'sort', 'limit'] : choosing;
	const asked = ofListing.filter(name => given.values(name).length > 0);
	if (given.flag('count')) asked.push('count');
	if (asked.length > 1)
		throw new UsageError(`${asked.map(name => `--${name}`).join(' and ')} cannot go together`);
	if (shortest.length > 0 && query.question.via.length > 0)
		throw new UsageError(
			'--shortest goes with --from, --avoid and --to only; with --via ask for --sort length --limit 1',
		);
	if (cover && query.narrowed) throw new UsageError('--cover goes with --from, --avoid and --to NODE only');
	const choose = cover && covers[cover];
	if (choose) return choose(query);
	if (shortest.length > 0) return nearest(query, shortest);
	if (route !== undefined) return one(query, route);
	return {subject: 'routes', found: query.search()};
}

function covering(query: Query): Listed {
	const lines = coverEdges(query.network);
	const taken = new Set(lines.flatMap(line => line.edges));
	const {edges} = query.outcomes.net.diagram;
	const missed = edges.filter((_, index) => !taken.has(index)).map(edge => edge.id);
	const all =
		missed.length === 0
			? `all ${numberOf(edges.length)} edges`
			: `${numberOf(edges.length - missed.length)} of ${numberOf(edges.length)} edges`;
	const none =
		missed.length === 0
			? ''
			: `; no route takes ${missed.slice(0, 10).join(', ')}${missed.length > 10 ? ', …' : ''}`;
	return listed(
		query,
		lines,
		`${plural(lines.length, 'route')}, the fewest that take ${all}${none}${often(query, lines)}`,
	);
}

/** What a dry run of one of `lines` has to be told, where it comes to a node more often than runs do unasked. */
function often({outcomes: {net}}: Query, lines: readonly Line[]): string {
	const visits = lines.flatMap(({origin, edges}) => [
		...groupBy([origin, ...edges.map(edge => at(net.to, edge))], node => node),
	]);
	const [most] = visits.toSorted(([, a], [, b]) => b.length - a.length);
	const times = most?.[1].length ?? 0;
	if (!most || times <= defaultSwitches.maxVisits) return '';
	const how = times <= mostVisits ? `: run it with --max-visits ${times}` : ', more often than a run can';
	return `; one comes to ${net.diagram.nodes[most[0]]?.id} ${numberOf(times)} times${how}`;
}

function independent(query: Query): Listed {
	const lines = basis(query.network);
	return listed(query, lines, `${plural(lines.length, 'independent route')}, a basis of all`);
}

function nearest(query: Query, shortest: readonly string[]): Listed {
	const {outcomes} = query;
	const asked = query.question.outcomes;
	const names = shortest.includes('all')
		? query.count().outcomes.map(({outcome}) => outcome)
		: shortest.map(word => (isOpenTo(query, word) ? open : outcomeGiven('shortest', outcomes, word)));
	const other = names.find(name => asked.length > 0 && !asked.includes(name));
	if (other !== undefined)
		throw new UsageError(`--shortest ${other} is none of the routes --to ${asked.join(', ')}`);
	const ways = names.map(name => ({name, line: shortestRoute(query.part, name)}));
	const lines = ways.flatMap(({line}) => line ?? []);
	const missed = ways.filter(({line}) => !line).map(({name}) => name);
	const found = names.length === 1 ? `a shortest route to ${names[0]}` : 'a shortest route to each outcome';
	const none = `no route comes to ${missed.join(' or ')}`;
	const subject = missed.length === 0 ? found : lines.length === 0 ? none : `${found}; ${none}`;
	return listed(query, lines, subject);
}

/** Whether `word` is what routes are that end where the diagram goes on, and there are such. */
function isOpenTo(query: Query, word: string): boolean {
	return isCalled(open, word) && query.count().outcomes.some(({outcome}) => outcome === open);
}

/** `lines` as routes, those of one outcome together. */
function listed(query: Query, lines: readonly Line[], subject: string): Listed {
	const maker = new RouteMaker(query.outcomes);
	const found = lines
		.map(({origin, edges}) => maker.make(0, origin, edges))
		.sort((a, b) => query.outcomes.rank(a.verdict.outcome) - query.outcomes.rank(b.verdict.outcome))
		.map((route, index) => ({...route, number: index + 1}));
	return {subject, found, size: lines.length};
}

function one(query: Query, wanted: string): Listed {
	return {subject: `route ${wanted}`, found: only(query, wanted)};
}

function* only(query: Query, wanted: string): Found {
	for (const route of query.search()) {
		if (route === 'searching') yield route;
		else if (route.id === wanted || String(route.number) === wanted) {
			yield route;
			return;
		} else if (route.number % 4096 === 0) yield 'searching';
	}
	throw new UsageError(`no route has the number or the id ${wanted}`);
}

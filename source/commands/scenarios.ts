/** `paths --scenarios`: every series of decisions, parallel splits taken whole. */
import {numberOf} from '../numbers.js';
import type {Outcomes} from '../paths/outcome.js';
import {everything, Query} from '../paths/query.js';
import {countsOf, cutWords, type RunListing, runFormats} from '../run/listing.js';
import {areRoutes, type Scenario, scenarios} from '../run/scenarios.js';
import type {World} from '../world.js';
import {say} from './characters.js';
import {type Arguments, type ExitCode, UsageError} from './command.js';
import {mostKept} from './listing.js';
import {limitGiven, roundsGiven} from './question.js';
import {Watch} from './watch.js';

/** Runs that are listed without `--limit`. */
const usualLimit = 1000;
/** Runs that go round too often before the search is given up. */
const patience = 10_000;
/** Options of `paths` that ask something of routes, which runs cannot answer. */
const ofRoutes = ['from', 'to', 'via', 'avoid', 'cover', 'shortest', 'route', 'sort'];

/** Writes the runs of a diagram, counted first. */
export async function writeScenarios(
	world: World,
	given: Arguments,
	outcomes: Outcomes,
	listing: Omit<RunListing, 'counts' | 'runs' | 'cut'>,
): Promise<ExitCode> {
	const other = ofRoutes.find(name => given.flag(name) || given.values(name).length > 0);
	if (other) throw new UsageError(`--scenarios lists whole runs; --${other} is about routes`);
	const format = given.value('format') ?? 'text';
	const write = new Map(Object.entries(runFormats)).get(format);
	if (!write)
		throw new UsageError(`--scenarios is written as ${Object.keys(runFormats).join(', ')}; not as ${format}`);
	const watch = new Watch(world, count => `${numberOf(count)} runs`);
	const complete = {...listing, ...(await found(given, outcomes, watch))};
	watch.end();
	if (complete.cut && format === 'csv') world.complain(`flowzap-tui: ${cutWords(complete)}\n`);
	await say(world, write(complete), format);
	return watch.interrupted ? 130 : 0;
}

/** The runs as far as they are listed, and how many there are: known beforehand where they are routes, else as far as they may be kept. */
async function found(
	given: Arguments,
	outcomes: Outcomes,
	watch: Watch,
): Promise<Pick<RunListing, 'runs' | 'cut' | 'counts'>> {
	const {diagram} = outcomes.net;
	const known = areRoutes(diagram) ? new Query(outcomes, everything).count() : undefined;
	const isCount = given.flag('count');
	const limit = limitGiven(given, isCount ? mostKept : usualLimit);
	const all = known && isCount ? [] : scenarios(diagram, outcomes, roundsGiven(given));
	const {runs, cut} = await gathered(all, limit, watch);
	const counts = known ?? countsOf(runs, outcomes.names, cut === undefined);
	return isCount ? {runs: [], cut: '', counts} : {runs, cut, counts};
}

/** The first `asked` of the runs that are `found`, as far as they may all be kept, since the count comes first. */
export async function gathered(
	found: Iterable<Scenario | 'searching'>,
	asked: number,
	watch: Pick<Watch, 'isDue' | 'look' | 'interrupted'>,
): Promise<Pick<RunListing, 'runs' | 'cut'>> {
	const limit = Math.min(asked, mostKept);
	const runs: Scenario[] = [];
	let fruitless = 0;
	for (const run of found) {
		if (run === 'searching') fruitless += 1;
		else if (runs.length < limit) runs.push(run);
		else return {runs, cut: limit < mostKept ? '--limit N lists more' : 'that is the most'};
		if (watch.isDue(runs.length, run === 'searching')) await watch.look(runs.length);
		if (watch.interrupted) return {runs, cut: 'the search for more was interrupted'};
		if (fruitless > patience) return {runs, cut: 'loops make the search for more too long'};
	}
	return {runs, cut: undefined};
}

/** Writing a listing as it is found: in bounded memory, told about, and stopped by Ctrl-C. */
import {numberOf} from '../numbers.js';
import {Bytes} from '../paths/formats/bytes.js';
import type {Writer} from '../paths/formats/format.js';
import type {Route} from '../paths/route.js';
import type {World} from '../world.js';
import type {ExitCode} from './command.js';
import {Watch} from './watch.js';

/** Routes, or runs, that may be kept in memory at once: to be sorted, or counted before the first is written. */
export const mostKept = 100_000;
/** Bytes that are gathered before they are written. */
const chunk = 65_536;

/** Routes to write, with signs of life in between. */
export type Found = Iterable<Route | 'searching'>;

/** An order of routes, and of how many that are found first. */
export interface Sorted {
	readonly order: (a: Route, b: Route) => number;
	readonly among: number;
}

/** What stops a listing: the limit, or Ctrl-C. */
interface Bounds {
	readonly limit: number;
	/** The order of the routes, for which those that are looked at are kept in memory. */
	readonly sorted?: Sorted | undefined;
	/** The number of all routes, in words. */
	readonly total: string;
}

/** Writes `found` within `bounds`; answers 130 when interrupted. */
export async function writeListing(
	world: World,
	writer: Writer,
	found: Found,
	bounds: Bounds,
): Promise<ExitCode> {
	const words = (count: number) => `${numberOf(count)} of ${bounds.total} routes`;
	const watch = new Watch(world, words, world.output.isTerminal);
	const output = new Output(world, writer);
	const {limit, sorted} = bounds;
	const most = sorted?.among ?? limit;
	const kept: Route[] = [];
	const take = (route: Route) => (sorted ? kept.push(route) : output.add(route));
	let count = 0;
	let cut = false;
	for (const route of found) {
		if (route !== 'searching') {
			cut = count === most;
			if (cut) break;
			take(route);
			count += 1;
		}
		if (output.isFull) await output.flush();
		if (watch.isDue(count, route === 'searching')) {
			await output.flush();
			await watch.look(count);
		}
		if (watch.interrupted) break;
	}
	for (const route of kept.sort(sorted?.order).slice(0, limit)) {
		output.add(route);
		if (output.isFull) await output.flush();
	}
	watch.end();
	const listed = Math.min(count, limit);
	await output.end(listed, cut || listed < count || watch.interrupted);
	if (!watch.interrupted) return 0;
	world.complain(`flowzap-tui: interrupted; ${numberOf(listed)} of ${bounds.total} routes are listed\n`);
	return 130;
}

/** Gathers a listing and writes it in large pieces. */
class Output {
	readonly #world: World;
	readonly #writer: Writer;
	readonly #bytes = new Bytes();

	constructor(world: World, writer: Writer) {
		this.#world = world;
		this.#writer = writer;
		this.#bytes.add(writer.begin());
	}

	get isFull(): boolean {
		return this.#bytes.length >= chunk;
	}

	add(route: Route): void {
		const text = this.#writer.route(route);
		if (typeof text === 'string') this.#bytes.add(text);
		else for (const part of text) this.#bytes.add(part);
	}

	async flush(): Promise<void> {
		if (this.#bytes.length > 0) await this.#world.write(this.#bytes.all);
		this.#bytes.cut(0);
	}

	async end(listed: number, cut: boolean): Promise<void> {
		this.#bytes.add(this.#writer.end({listed, cut}));
		await this.flush();
	}
}

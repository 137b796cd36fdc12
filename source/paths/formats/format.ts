/** What a listing of routes is written from; each format is an entry of the table in formats.ts. */
import type {Diagram} from '../../diagram/diagram.js';
import {numberOf, plural} from '../../numbers.js';
import {harmless} from '../../text.js';
import type {Estimate} from '../estimate.js';
import type {Counts} from '../query.js';
import type {Route} from '../route.js';
import type {Part} from './bytes.js';

/** What is known before the first route. */
export interface Heading {
	readonly diagram: Diagram;
	readonly file: {readonly name: string; readonly sha256: string};
	/** Mistakes of the file for which a part of it was not read. */
	readonly errors: number;
	/** The question as it was asked, by option. */
	readonly options: Readonly<Record<string, string | number | readonly string[]>>;
	/** What is listed, such as `routes`. */
	readonly subject: string;
	/** Whether routes of one outcome stand together. */
	readonly byOutcome: boolean;
	/** No route is listed. */
	readonly countOnly?: boolean;
	/** All routes that answer the question, listed or not. */
	readonly counts: Counts;
	/** Where counting gave up. */
	readonly estimate: Estimate | undefined;
	/** Columns of a line, for formats that people read. */
	readonly columns: number;
}

/** What is known after the last route. */
export interface Ending {
	readonly listed: number;
	/** Whether `--limit` or an interruption kept routes back. */
	readonly cut: boolean;
}

/** Writes one listing; every method gives the next part of the text. */
export interface Writer {
	begin(): string;
	/** In parts where routes are written by the million; bytes are good until the next route. */
	route(route: Route): string | readonly Part[];
	end(ending: Ending): string;
}

/** A form of listings of routes; formats.ts names them all. */
export interface Format {
	/** How many routes are listed where no limit is asked for. */
	readonly limit: number;
	/** The order where none is asked for. */
	readonly sort: 'file' | 'outcome';
	/** Has no place for words beside the routes: what has to be said of the count goes to stderr. */
	readonly mute?: true;
	open(heading: Heading): Writer;
	/** The count alone. Missing, it is a listing of none: no good where {@link Writer.begin} does not tell the count. */
	count?(heading: Heading): string;
}

/** The estimate in words: `about 3.1e12 (± 12 %)`. */
function estimateText({value, error}: Estimate): string {
	const figure = value < 1e6 ? numberOf(Math.round(value)) : value.toExponential(1).replace('+', '');
	return `about ${figure} (± ${Math.max(1, Math.round(error * 100))} %)`;
}

/** The count in words: `6 routes`, `at least 401,337 routes, about 3.1e21 (± 4 %)`. */
export function totalText({counts: {total}, estimate}: Heading): string {
	const about = estimate ? `, ${estimateText(estimate)}` : '';
	return plural(total.value, 'route', total.exact) + about;
}

/** The count by outcome on one line, harmless: `6 routes: success 2, rollback 4`. */
export function countText(heading: Heading): string {
	const parts = heading.counts.outcomes.map(
		({outcome, count}) => `${harmless(outcome)} ${numberOf(count.value, count.exact)}`,
	);
	return totalText(heading) + (parts.length > 0 ? `: ${parts.join(', ')}` : '');
}

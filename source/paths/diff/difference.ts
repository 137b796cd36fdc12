/** What differs between two diagrams. */
import type {Diagram} from '../../diagram/diagram.js';
import type {Counts} from '../query.js';
import type {RouteDifference} from './routes.js';
import type {Change} from './structure.js';

/** Something of the old diagram, and of the new one. */
export interface Sides<T> {
	readonly before: T;
	readonly after: T;
}

export interface Difference extends Sides<Diagram> {
	readonly names: Sides<string>;
	/** Mistakes for which a part of a file was not read. */
	readonly errors: Sides<number>;
	readonly changes: readonly Change[];
	readonly routes: RouteDifference;
	/** Whole runs, parallel splits taken whole; undefined where nothing splits, since they are the routes then. */
	readonly runs: Sides<Tally> | undefined;
}

/** How many, and how many of each outcome. */
export type Tally = Pick<Counts, 'total' | 'outcomes'>;

/** Whether anything differs. */
export function differs({changes, routes}: Difference): boolean {
	const {added, removed, outcome, steps} = routes;
	return changes.length + added.length + removed.length + outcome.length + steps.length > 0;
}

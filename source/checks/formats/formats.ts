/** The forms in which problems are told. A new one is a function and a line here. */
import type {Problem, Source} from '../../problem.js';
import {github} from './github.js';
import {json} from './json.js';
import {sarif} from './sarif.js';
import {text} from './text.js';

/** What was found in one file. */
export interface Checked {
	readonly source: Source;
	readonly problems: readonly Problem[];
}

/** The problems of several files as one text that ends in a line feed, or is empty. */
type Format = (files: readonly Checked[]) => string;

/** Every form by its word in `check --format`. */
export const formats: ReadonlyMap<string, Format> = new Map([
	['text', text],
	['json', json],
	['sarif', sarif],
	['github', github],
]);

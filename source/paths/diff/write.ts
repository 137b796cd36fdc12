/** Every way to write a difference; text and Markdown list so many routes of each kind, JSON has all. */
import type {Difference} from './difference.js';
import {json} from './json.js';
import {markdown} from './markdown.js';
import {text} from './text.js';

export const differenceFormats = {text, markdown, json} satisfies Record<
	string,
	(difference: Difference, limit: number) => string
>;

/** Every way to write a listing of routes. A new one is a file beside this and a name here. */
import {csv} from './csv.js';
import type {Format} from './format.js';
import {gherkin} from './gherkin.js';
import {json, ndjson} from './json.js';
import {markdown} from './markdown.js';
import {dot, mermaid} from './picture.js';
import {text} from './text.js';

export const formats = {text, markdown, json, ndjson, csv, gherkin, mermaid, dot} satisfies Record<
	string,
	Format
>;

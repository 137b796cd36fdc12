/** Documents whose examples are run: what a document shows is what the program does. */
import {readFileSync, writeFileSync} from 'node:fs';
import {carryOut, words} from './command.js';

/** A command line of a document and what the document shows of its output. */
export interface Example {
	readonly line: string;
	readonly expected: string;
}

const block = /^```console\n([\s\S]*?)^```$/gm;

/** Examples of all `console` blocks of the document at `path`: `$ flowzap-tui …`, then its output. */
export function examplesOf(path: string): Example[] {
	return [...readFileSync(path, 'utf8').matchAll(block)].flatMap(([, body = '']) => examplesIn(body));
}

function examplesIn(body: string): Example[] {
	return body
		.split(/^\$ (?=flowzap-tui)/m)
		.slice(1)
		.map(part => {
			const at = part.indexOf('\n');
			return {line: part.slice(0, at), expected: part.slice(at + 1)};
		});
}

/** What a person sees who runs the command line of an example: stdout, then stderr. */
export async function outputOf({line}: Example): Promise<string> {
	const [, ...argv] = words(line.replace(/ > .*$/, ''));
	const {out, err, exit} = await carryOut(argv);
	return `${line.includes(' > ') ? '' : out}${err}${exit > 1 ? `exit ${exit}\n` : ''}`;
}

/** Whether `actual` is what an example shows; a line `…` stands for any number of lines. */
export function matches(expected: string, actual: string): boolean {
	const parts = expected.trimEnd().split(/^…\n?/m);
	const pattern = parts.map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\S]*?');
	return new RegExp(`^${pattern}$`).test(actual.trimEnd());
}

/** The text after a marker comment of a document, in its fenced block; `UPDATE=1` writes `actual` there. */
export function keptBlock(path: string, marker: string, actual: string): string {
	const text = readFileSync(path, 'utf8');
	const start = text.indexOf('```', text.indexOf(marker));
	const from = text.indexOf('\n', start) + 1;
	const to = text.indexOf('```', from);
	if (process.env.UPDATE) writeFileSync(path, `${text.slice(0, from)}${actual}\n${text.slice(to)}`);
	return text.slice(from, to).trimEnd();
}

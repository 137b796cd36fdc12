/** Documents whose examples are run: what a document shows is what the program does. */
import {readFileSync, writeFileSync} from 'node:fs';

/** A command line of a document and what the document shows of its output. */
export interface Example {
	readonly line: string;
	readonly expected: string;
}

const block = /^```console\n([\s\S]*?)^```$/gm;

/** Examples of all `console` blocks of the document at `path`: `$ COMMAND`, then its output. */
export function examplesOf(path: string): Example[] {
	return [...readFileSync(path, 'utf8').matchAll(block)].flatMap(([, body = '']) => examplesIn(body));
}

function examplesIn(body: string): Example[] {
	return body
		.split(/^\$ /m)
		.slice(1)
		.map(part => {
			const at = part.indexOf('\n');
			return {line: part.slice(0, at), expected: part.slice(at + 1)};
		});
}

/** Whether `actual` is what an example shows; a line `…` stands for any number of lines. */
export function matches(expected: string, actual: string): boolean {
	const parts = expected.trimEnd().split(/^…\n?/m);
	const pattern = parts.map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\S]*?');
	return new RegExp(`^${pattern}$`).test(actual.trimEnd());
}

/** The part of a document between `<!-- NAME -->` and `<!-- /NAME -->`; `UPDATE=1` writes `actual` there first. */
export function keptPart(path: string, name: string, actual: string): string {
	const text = readFileSync(path, 'utf8');
	const [from, to] = [
		text.indexOf(`<!-- ${name} -->\n`) + name.length + 10,
		text.indexOf(`<!-- /${name} -->`),
	];
	if (!process.env.UPDATE) return text.slice(from, to);
	writeFileSync(path, text.slice(0, from) + actual + text.slice(to));
	return actual;
}

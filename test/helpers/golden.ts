/** Golden files: an input, a line `==>`, what is expected of it. `UPDATE=1` writes what is there; read the diff. */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** One file of a folder of cases. */
export interface Case {
	readonly name: string;
	readonly input: string;
	/** What is expected; `UPDATE=1` writes `actual` there first. */
	kept(actual: string): string;
}

const arrow = '==>\n';

/** The cases in `folder`, a path from the project's root. */
export function cases(folder: string): Case[] {
	return readdirSync(folder).map(file => {
		const path = join(folder, file);
		const text = readFileSync(path, 'utf8');
		const at = text.lastIndexOf(arrow);
		if (at < 0) throw new Error(`${path} has no line \`==>\``);
		const input = text.slice(0, at);
		return {
			name: file.replace(/\.txt$/, ''),
			input,
			kept(actual) {
				if (!process.env.UPDATE) return text.slice(at + arrow.length);
				writeFileSync(path, input + arrow + actual);
				return actual;
			},
		};
	});
}

/** The text kept in the file `path`; `UPDATE=1` keeps `actual` first. */
export function kept(path: string, actual: string): string {
	if (process.env.UPDATE) writeFileSync(path, actual);
	return readFileSync(path, 'utf8');
}

/** docs/api.md, made from the doc comments of what source/flowzap.ts exports; tsc has printed the declarations. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {severities} from '../source/problem.js';
import {joins, splits} from '../source/run/run.js';
import * as words from '../source/syntax/words.js';

const entry = 'flowzap.ts';
const built = 'build/source';

const introduction = `# The library

\`import {read, draw} from 'flowzap-tui'\`: FlowZap in a program of one's own, without a terminal. The module is ESM with
types, does nothing when it is imported, and loads neither Ink nor React. Values are never changed: a run, a diagram or a layout
is replaced by a new one. What is asked of a run at the wrong time leaves it as it is; an id that is nowhere in the diagram, or a
number that is none, is a RangeError; what is \`undefined\` in options is left out. Texts of a file reach the answers of \`draw\`,
\`paint\`, \`svgOf\` and \`frame\` only in a harmless form; ids and labels of a diagram are as they stand in the file.

[examples/walk.ts](../examples/walk.ts) is a program that reads, counts, walks and draws.
`;

/** A heading of the page, or the name of a declaration in a file of the build. */
type Entry = {readonly heading: string} | {readonly name: string; readonly as: string; readonly file: string};

/** The page, in Markdown. */
export function apiPage(): string {
	const parts = entries(readFileSync(join('source', entry), 'utf8')).map(part =>
		'heading' in part ? part.heading : described(part),
	);
	return [introduction, ...parts, ''].join('\n');
}

/** What the entry of the library exports, in its order; functions before types within a heading. */
function entries(text: string): Entry[] {
	const found: Entry[] = [];
	let types: Entry[] = [];
	const pattern =
		/^(?:\/\/ (## .*)|export (?:function|interface) (\w+)|export (type )?\{([^}]*)\} from '\.\/([^']*)\.js')/gm;
	for (const [, heading, own, areTypes, names, file = ''] of text.matchAll(pattern)) {
		if (heading) {
			found.push(...types, {heading: `${heading}\n`});
			types = [];
		}
		if (own) (/^[a-z]/.test(own) ? found : types).push({name: own, as: own, file: entry});
		for (const item of names
			?.split(',')
			.map(word => word.trim())
			.filter(Boolean) ?? []) {
			const [, type, name = '', as = name] = /^(type )?(\w+)(?: as (\w+))?$/.exec(item) ?? [];
			(areTypes || type ? types : found).push({name, as, file: `${file}.ts`});
		}
	}
	return [...found, ...types];
}

function described({name, as, file}: Extract<Entry, {name: string}>): string {
	const {comment, declaration} = declared(
		readFileSync(join(built, file.replace(/\.ts$/, '.d.ts')), 'utf8'),
		name,
	);
	const called = declaration.replace(new RegExp(`\\b(interface|type) ${name}\\b`), `$1 ${as}`);
	return [`### \`${as}\`\n`, ...(comment ? [`${comment}\n`] : []), `\`\`\`ts\n${called}\n\`\`\`\n`].join(
		'\n',
	);
}

/** The members of a class that make one, with their comments: the library exports the types of its classes alone. */
const making = /^(?: {4}\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)? {4}(?:constructor|static )[^;]*;\n/gm;

/** The declaration of `name` and the comment before it; throws where a file has none. */
function declared(text: string, name: string): {readonly comment: string; readonly declaration: string} {
	const pattern = new RegExp(
		String.raw`(?:^/\*\*((?:(?!\*/)[\s\S])*)\*/\n)?^export (?:declare )?((?:function|interface|type|class|const) ${name}\b[\s\S]*?)\s*(?=^\S*(?:export|import|declare|interface|type|/\*\*)|(?![\s\S]))`,
		'm',
	);
	const [, comment = '', declaration] = pattern.exec(text) ?? [];
	if (declaration === undefined) throw new Error(`no declaration of ${name}`);
	return {
		comment: unlinked(comment.replaceAll(/^ \* ?/gm, '')).trim(),
		declaration: unlinked(declaration)
			.replaceAll(/\(typeof (\w+)\)\[number\]/g, (_, list) => union(list))
			.replaceAll(' keyof typeof severities', anyOf(Object.keys(severities)))
			.replaceAll(/^ {4}(?:#private|private .*);\n/gm, '')
			.replaceAll(making, '')
			.replace(/^(class \w+) implements Parts\b/, '$1')
			.replaceAll(/^(?: {4})+/gm, indent => '\t'.repeat(indent.length / 4)),
	};
}

/** The words of a list, as the type that is made of them. */
function union(list: string): string {
	const all: unknown = new Map(Object.entries({...words, joins, splits})).get(list);
	if (!Array.isArray(all)) throw new Error(`no list of words is called ${list}`);
	return anyOf(all);
}

/** Many words stand in a line each. */
function anyOf(words: readonly string[]): string {
	const all = words.map(word => `'${word}'`);
	return all.length > 10 ? all.map(word => `\n\t| ${word}`).join('') : all.join(' | ');
}

function unlinked(text: string): string {
	return text.replaceAll(/\{@link (\w+)\}/g, '`$1`');
}

/** Texts that are not FlowZap Code at all: better one line about that than a hundred about their parts. */
import {type Code, type Problem, problem} from '../problem.js';

interface Kind {
	readonly code: Code;
	readonly message: string;
	readonly matches: (text: string) => boolean;
}

/** The beginning of a text tells what it is; blank lines, comments and front matter may come first. */
const start = String.raw`^\ufeff?(?:\s|%%[^\n]*\n|'[^\n]*\n|//[^\n]*\n|---\n[^]{0,2000}?\n---\n|\`\`\`[^\n]*\n)*`;
const mermaid = String.raw`(?:(?:graph|flowchart)[ \t]+(?:TB|TD|BT|RL|LR)\b|sequenceDiagram\b|stateDiagram\b|classDiagram\b|erDiagram\b|journey\b|gantt\b|gitGraph\b|mindmap\b|timeline\b)`;

const kinds: readonly Kind[] = [
	{
		code: 'empty-file',
		message: 'this file is empty',
		matches: text => !/[^\s\ufeff]/.test(text),
	},
	{
		code: 'not-text',
		message: 'this is a binary file, not FlowZap Code',
		matches: text => text.includes('\0'),
	},
	foreign('a Mermaid diagram', text => begins(text, mermaid)),
	foreign('a PlantUML diagram', text => begins(text, '@start[a-z]+')),
	foreign('a Graphviz graph', text => begins(text, String.raw`(?:strict[ \t]+)?(?:di)?graph\b[^\n{]*\{`)),
	foreign('XML, such as BPMN', text => begins(text, '<(?:[?]xml|[a-z]+:?definitions)')),
	foreign('a D2 diagram', isD2),
];

/** The one problem of a text that is empty, binary or in another language. */
export function foreignText(text: string): Problem | undefined {
	const kind = kinds.find(({matches}) => matches(text));
	return kind && problem(kind.code, {start: 0, end: 0}, kind.message);
}

function foreign(what: string, matches: (text: string) => boolean): Kind {
	return {code: 'foreign-language', message: `this is ${what}, not FlowZap Code`, matches};
}

function begins(text: string, pattern: string): boolean {
	return new RegExp(start + pattern, 'i').test(text.slice(0, 10_000));
}

/** D2 has arrows too, but neither handles nor node lines; most of its lines are connections or settings. */
function isD2(text: string): boolean {
	const rows = text
		.slice(0, 10_000)
		.split(/\r\n|\r|\n/)
		.filter(row => /[^\s{}]/.test(row) && !/^\s*#/.test(row));
	if (
		/\.\s*handle\b|:\s*(?:circle|rectangle|diamond|taskbox)\b/i.test(
			rows.filter(row => !/^\s*[\w.-]*shape\s*:/.test(row)).join('\n'),
		)
	)
		return false;
	const own = rows.filter(row =>
		/^\s*(?:direction|[\w. -]{0,80}\.?shape|vars|layers)\s*:|^[^\n"]{1,80}(?:<->|->|<-|--)[^\n"]{1,80}:\s*\S|^[^\n:]{1,80}:[^\n]{0,80}\{\s*$/.test(
			row,
		),
	);
	return own.length * 2 > rows.length;
}

/** Texts that are not FlowZap Code at all: better one line about that than a hundred about their parts. */
import {type Code, type Problem, problem} from '../problem.js';
import {shapeWords} from './words.js';

interface Kind {
	readonly code: Code;
	readonly message: string;
	/** The way out. */
	readonly hint?: string;
	readonly matches: (text: string) => boolean;
}

/** As much of a text is looked at. */
const looked = 10_000;

/** The beginning of a text tells what it is; front matter, blank lines, comments and a fence may come first. */
const start = String.raw`^\ufeff?(?:---\n[^]{0,2000}?\n---\n)?(?:\s|%%[^\n]*\n|'[^\n]*\n|//[^\n]*\n|\`\`\`[^\n]*\n)*`;
const mermaid = String.raw`(?:(?:graph|flowchart)[ \t]+(?:TB|TD|BT|RL|LR)\b|sequenceDiagram\b|stateDiagram\b|classDiagram\b|erDiagram\b|journey\b|gantt\b|gitGraph\b|mindmap\b|timeline\b)`;

const graphviz = String.raw`(?:strict[ \t]+)?(?:di)?graph\b[^\n{]*\{`;

const unreadable: readonly Kind[] = [
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
];

const wayOut =
	'write lanes such as `Team {`, nodes such as `n1: circle label:"Start"`, edges such as `n1.handle(right) -> n2.handle(left)`';

/** Its first line holds a diagram, in which there is much that only FlowZap Code has. */
const record: Kind = {
	code: 'foreign-language',
	message: 'this is the record of a drill, not FlowZap Code',
	hint: 'name the .fz file that it is of; `replay`, `resume` and `report` read a record, `coverage` behind the file',
	matches: text => /^\{"v":\d+,"seq":/.test(text),
};

const languages: readonly Kind[] = [
	foreign('a Mermaid diagram', text => begins(text, mermaid) || isFenced(text, 'mermaid')),
	foreign('a PlantUML diagram', text => begins(text, '@start[a-z]+') || isFenced(text, 'plantuml|puml')),
	foreign('a Graphviz graph', text => begins(text, graphviz) || isFenced(text, 'dot|graphviz')),
	foreign('XML, such as BPMN', text => begins(text, '<(?:[?]xml|[a-z]+:?definitions)')),
	foreign('JSON', text => begins(text, String.raw`(?:\{|\[)\s*(?:"|\{|\[)`)),
	foreign('a D2 diagram', text => isD2(text) || isFenced(text, 'd2')),
];

/** The one problem of a text that is empty, binary or in another language. */
export function foreignText(text: string): Problem | undefined {
	const beginning = text.slice(0, looked);
	const kind = [...unreadable, record].find(({matches}) => matches(text)) ?? languageOf(beginning);
	const {hint} = kind ?? {};
	return kind && problem(kind.code, {start: 0, end: 0}, kind.message, hint === undefined ? {} : {hint});
}

/** A text in another language holds nothing that only FlowZap Code has. */
function languageOf(text: string): Kind | undefined {
	return hasFlowZap(text) ? undefined : languages.find(({matches}) => matches(text));
}

function foreign(what: string, matches: (text: string) => boolean): Kind {
	return {code: 'foreign-language', message: `this is ${what}, not FlowZap Code`, hint: wayOut, matches};
}

/** `n1: circle` or `.handle(`; the settings `shape: circle` and `x.shape: circle` are of D2. */
const flowzap = new RegExp(
	String.raw`\.\s*handle\s*\(|^\s*(?!shape\b)[^\s:.{}"'<>]+\s*:\s*(?:${shapeWords.join('|')})\b`,
	'im',
);

function hasFlowZap(text: string): boolean {
	return flowzap.test(text);
}

function begins(text: string, pattern: string): boolean {
	return new RegExp(start + pattern, 'i').test(text);
}

function isFenced(text: string, language: string): boolean {
	return new RegExp(`^\`\`\`(?:${language})\\s*$`, 'im').test(text);
}

/** D2 has arrows, too; most of its lines are connections, settings or names, and some as no other language has them. */
function isD2(text: string): boolean {
	const rows = text.split(/\r\n|\r|\n/).filter(row => /[^\s{}]/.test(row) && !/^\s*(?:#|\/\/)/.test(row));
	const count = (lines: readonly RegExp[]) => rows.filter(row => lines.some(line => line.test(row))).length;
	return count(d2Lines) > 0 && count([...d2Lines, ...likeD2]) * 2 > rows.length && count(ownLines) === 0;
}

const d2Lines = [
	/^\s*(?:direction|[\w. -]{0,80}\.?shape|vars|layers)\s*:/,
	/^[^\n"]{1,80}(?:<->|->|<-|--)[^\n"]{1,80}:\s*\S/,
	/^[^\n:]{1,80}:[^\n]{0,80}\{\s*$/,
];
/** `a -> b`, `a: Label` */
const likeD2 = [
	/^[^\n:{}"]{1,80}(?:<->|->|<-|--)[^\n:{}"]{1,80}$/,
	/^\s*[\w. -]{1,80}:\s*[^\s"{}][^"{}]{0,80}$/,
];
/** A lane, an id or an attribute of FlowZap Code in a program with mistakes. */
const ownLines = [/^[^\n:"]*\{|^\s*n\d+\b|\b(?:label|owner|description|system)[:=]"/];

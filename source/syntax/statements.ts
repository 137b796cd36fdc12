/**
 * Text → statements, each a run of tokens. FlowZap Code has one to a line; programs that lost their line
 * breaks hold many, so a line is also cut where the next statement plainly begins.
 */
import {isArrow, type Token, tokens} from './tokens.js';

/** Of a line of more words and signs than this the rest is not read; the parse tells it. */
export const longestRow = 200_000;

/** One line of the text, as statements; commas and semicolons are set apart. */
export interface Line {
	readonly statements: readonly (readonly Token[])[];
	readonly commas: readonly Token[];
	/** The last token, where what follows on the line was left out. */
	readonly end: Token | undefined;
}

/** The lines of `text` that hold anything. */
export function* lines(text: string): Generator<Line> {
	let waiting: Token[] = [];
	for (const line of rows(text)) {
		if (line[0]?.text === '{' && waiting.length > 0 && waiting.every(isPiece)) {
			waiting.push(...line);
			continue;
		}
		if (waiting.length > 0) yield toLine(waiting);
		waiting = line;
	}
	if (waiting.length > 0) yield toLine(waiting);
}

function* rows(text: string): Generator<Token[]> {
	let row: Token[] = [];
	for (const token of tokens(text)) {
		if (token.type === 'newline') {
			if (row.length > 0) yield row;
			row = [];
		} else if (token.type !== 'blank' && row.length <= longestRow) row.push(token);
	}
	if (row.length > 0) yield row;
}

function toLine(read: readonly Token[]): Line {
	const end = read.length > longestRow ? read.at(-1) : undefined;
	if (!read.some(isComma)) return {statements: cut(read).map(asComment), commas: [], end};
	const row = withCaptions(read);
	const inside = insideBrackets(row);
	const commas = row.filter((token, at) => isComma(token) && !inside[at]);
	return {statements: cut(row.filter(token => !isComma(token))).map(asComment), commas, end};
}

function isComma({type}: Token): boolean {
	return type === 'comma';
}

/** Behind another statement `#` names no lane: a comment is meant. */
function asComment(statement: readonly Token[], at: number): readonly Token[] {
	const [first] = statement;
	if (at === 0 || first?.type !== 'name') return statement;
	return [{...first, type: 'comment', text: `//${first.text.slice(1)}`}];
}

/** A comma in a label that stands at an arrow, as in `n1 -->|Yes, now| n2`, is part of the text. */
function withCaptions(row: readonly Token[]): readonly Token[] {
	let open = false;
	return row.map(token => {
		if (token.type === 'bar') open = !open;
		else if (isArrow(token)) open = token.type === 'line';
		return open && isComma(token) ? {...token, type: 'other'} : token;
	});
}

/** For each token whether it stands between `[` and `]`, where a comma parts attributes. */
function insideBrackets(row: readonly Token[]): boolean[] {
	let open = false;
	return row.map(({type, text}) => {
		if (type === 'sign' && text === '[') open = true;
		if (type === 'sign' && text === ']') open = false;
		return open;
	});
}

/** The statement that is being gathered, with what is asked of it at each token. */
class Run {
	readonly tokens: Token[] = [];
	/** Whether it is nothing but words so far. */
	words = true;
	/** Whether it is what may open a lane: words and strings, and at last a brace. */
	header = true;
	arrow = false;
	handle = false;

	push(token: Token): void {
		this.header &&= isPiece(token) || isString(token) || token.text === '{';
		this.tokens.push(token);
		this.words &&= isPiece(token);
		this.arrow ||= isArrow(token);
		this.handle ||= token.type === 'handle';
	}

	/** Whether nothing that belongs to it needs to follow: an edge ends in a bracket or a text. */
	get whole(): boolean {
		if (!this.arrow && !this.handle) return true;
		const last = this.tokens.at(-1);
		return (
			this.arrow &&
			(last?.text === ')' || last?.text === ']' || last?.type === 'string' || last?.type === 'torn')
		);
	}
}

function cut(row: readonly Token[]): Token[][] {
	const statements: Token[][] = [];
	let run = new Run();
	row.forEach((token, at) => {
		if (run.tokens.length > 0 && begins(row, at, run)) {
			statements.push(run.tokens);
			run = new Run();
		}
		run.push(token);
	});
	if (run.tokens.length > 0) statements.push(run.tokens);
	return statements;
}

/** Whether a new statement begins at `row[at]`, after what `run` has gathered. */
function begins(row: readonly Token[], at: number, run: Run): boolean {
	const token = row[at];
	const last = run.tokens.at(-1);
	if (!token || !last) return true;
	if (standsAlone(token) || token.type === 'loop' || token.text === '}') return true;
	if (standsAlone(last) || last.type === 'name' || last.text === '}') return true;
	if (last.text === '{' && run.header) return token.type !== 'name';
	if (token.type === 'name') return !run.words;
	if (!isPiece(token) || expectsMore(last) || run.words) return false;
	return (
		startsNode(row, at) || (run.whole && (startsPath(row, at) || (!isPiece(last) && startsLane(row, at))))
	);
}

function isString({type}: Token): boolean {
	return type === 'string' || type === 'torn' || type === 'quoted';
}

function standsAlone({type}: Token): boolean {
	return type === 'comment' || type === 'fence';
}

function expectsMore(token: Token): boolean {
	return isArrow(token) || (token.type === 'sign' && '.:=(['.includes(token.text));
}

/** `n1: circle`, or with a misspelt shape: an attribute is never called `n1`. */
function startsNode(row: readonly Token[], at: number): boolean {
	if (row[at + 1]?.text !== ':') return false;
	return row[at + 2]?.type === 'shape' || /^n\d+$/.test(row[at]?.text ?? '');
}

/** `n1.handle`, `Load Balancer.n1.handle` */
function startsPath(row: readonly Token[], at: number): boolean {
	const next = afterWords(row, at);
	if (row[next]?.text !== '.') return false;
	return (
		row[next + 1]?.type === 'handle' || (row[next + 2]?.text === '.' && row[next + 3]?.type === 'handle')
	);
}

/** `Load Balancer {`; behind a word it may be the end of a header such as `lb: Load Balancer {`. */
function startsLane(row: readonly Token[], at: number): boolean {
	return row[afterWords(row, at)]?.text === '{';
}

/** Lane names of more than 8 words are not looked for. */
function afterWords(row: readonly Token[], at: number): number {
	let next = at + 1;
	while (next < at + 8 && isPiece(row[next])) next += 1;
	return next;
}

function isPiece(token: Token | undefined): boolean {
	return token?.type === 'word' || token?.type === 'shape' || token?.type === 'other';
}

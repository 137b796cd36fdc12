/**
 * Text → statements, each a run of tokens. FlowZap Code has one to a line; programs that lost their line
 * breaks hold many, so a line is also cut where the next statement plainly begins.
 */
import {type Token, tokens} from './tokens.js';

/** One line of the text, as statements; commas and semicolons are set apart. */
export interface Line {
	readonly statements: readonly (readonly Token[])[];
	readonly commas: readonly Token[];
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
		} else if (token.type !== 'blank') row.push(token);
	}
	if (row.length > 0) yield row;
}

function toLine(row: readonly Token[]): Line {
	const inside = insideBrackets(row);
	const commas = row.filter((token, at) => token.type === 'comma' && !inside[at]);
	return {statements: cut(row.filter(token => token.type !== 'comma')), commas};
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

function cut(row: readonly Token[]): Token[][] {
	const statements: Token[][] = [];
	let current: Token[] = [];
	row.forEach((token, at) => {
		if (current.length > 0 && begins(row, at, current)) {
			statements.push(current);
			current = [];
		}
		current.push(token);
	});
	if (current.length > 0) statements.push(current);
	return statements;
}

/** Whether a new statement begins at `row[at]`, after the tokens of `current`. */
function begins(row: readonly Token[], at: number, current: readonly Token[]): boolean {
	const token = row[at];
	const last = current.at(-1);
	if (!token || !last) return true;
	if (standsAlone(token) || token.type === 'loop' || token.text === '}') return true;
	if (standsAlone(last) || last.type === 'name' || last.text === '}') return true;
	if (last.text === '{') return token.type !== 'name';
	if (token.type === 'name') return !current.every(isPiece);
	if (!isPiece(token) || expectsMore(last) || current.every(isPiece)) return false;
	return startsNode(row, at) || (isWhole(current) && startsPathOrLane(row, at));
}

function standsAlone({type}: Token): boolean {
	return type === 'comment' || type === 'fence';
}

function expectsMore({type, text}: Token): boolean {
	return type === 'arrow' || type === 'badArrow' || (type === 'sign' && '.:=(['.includes(text));
}

/** Whether nothing that belongs to the statement needs to follow: it ends in a bracket, a text or a name. */
function isWhole(current: readonly Token[]): boolean {
	if (!current.some(({type}) => type === 'handle' || type === 'arrow' || type === 'badArrow')) return true;
	const last = current.at(-1);
	const ended = last?.text === ')' || last?.text === ']' || last?.type === 'string';
	return ended && current.some(({type}) => type === 'arrow' || type === 'badArrow');
}

/** `n1: circle`, or with a misspelt shape: an attribute is never called `n1`. */
function startsNode(row: readonly Token[], at: number): boolean {
	if (row[at + 1]?.text !== ':') return false;
	return row[at + 2]?.type === 'shape' || /^n\d+$/.test(row[at]?.text ?? '');
}

/** `n1.handle`, `Load Balancer.n1.handle`, `Load Balancer {`; lane names of more than 8 words are not looked for. */
function startsPathOrLane(row: readonly Token[], at: number): boolean {
	let next = at + 1;
	while (next < at + 8 && row[next] && isPiece(row[next])) next += 1;
	if (row[next]?.text === '{') return true;
	if (row[next]?.text !== '.') return false;
	return (
		row[next + 1]?.type === 'handle' || (row[next + 2]?.text === '.' && row[next + 3]?.type === 'handle')
	);
}

function isPiece(token: Token | undefined): boolean {
	return token?.type === 'word' || token?.type === 'shape' || token?.type === 'other';
}

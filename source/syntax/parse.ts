/** Text → tree. Goes on after every mistake, never throws. */
import {type Problem, problem} from '../problem.js';
import {explain} from './explain.js';
import {remarks} from './remarks.js';
import {readings} from './statement.js';
import {type Line, lines} from './statements.js';
import type {Token} from './tokens.js';
import type {Broken, Statement, Tree} from './tree.js';

/** What `text` says, and what is wrong with how it says it; problems in the order they are found. */
export function parse(text: string): {tree: Tree; problems: readonly Problem[]} {
	const statements: Statement[] = [];
	const problems: Problem[] = [];
	for (const line of lines(text)) {
		problems.push(...lineRemarks(line));
		for (const tokens of line.statements) {
			const statement = readings(tokens)[0] ?? broken(tokens);
			statements.push(statement);
			problems.push(...(statement.kind === 'broken' ? explain(tokens) : remarks(statement, tokens)));
		}
	}
	return {tree: {statements}, problems};
}

function lineRemarks({statements, commas}: Line): Problem[] {
	const found = commas.map(comma =>
		problem('stray-punctuation', comma, `\`${comma.text}\` has no place here`, {
			hint: 'leave it out',
			fix: {span: comma, text: ''},
		}),
	);
	const [, second] = statements.filter(([token]) => token?.type !== 'comment');
	if (second?.[0])
		found.push(
			problem('several-statements', second[0], 'a second statement on one line', {
				hint: 'begin a line for each statement; `flowzap-tui fmt` does that',
			}),
		);
	return found;
}

function broken(tokens: readonly Token[]): Broken {
	const words = tokens.filter(({type}) => type === 'word').map(({text}) => text);
	return {kind: 'broken', words, start: tokens.at(0)?.start ?? 0, end: tokens.at(-1)?.end ?? 0};
}

/** `lane Network {`: a word before the id of a lane, or a part of that. The edges of the whole file tell which. */
import {type Problem, problem} from '../problem.js';
import {brief} from '../text.js';
import type {Name, Statement} from './tree.js';
import {afterKeyword} from './words.js';

/** `statements` with the ids of their lanes as they are meant, and what is wrong with those. */
export function laneIds(statements: readonly Statement[]): {
	statements: readonly Statement[];
	problems: readonly Problem[];
} {
	const named = namedLanes(statements);
	const problems: Problem[] = [];
	const settled = statements.map(statement => {
		if (statement.kind !== 'open' || !statement.lane) return statement;
		const lane = idOf(statement.lane, named);
		if (lane !== statement.lane && !statement.early) problems.push(keywordRemark(statement.lane, lane));
		if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(lane.text)) problems.push(formRemark(lane));
		return lane === statement.lane ? statement : {...statement, lane};
	});
	return {statements: settled, problems};
}

/** Whether a lane can be named before a node of it: a bar in front of the dot would be that of a label. */
export function isNamable(lane: string): boolean {
	return !lane.endsWith('|');
}

/** What edges call the lanes of their ends. */
function namedLanes(statements: readonly Statement[]): ReadonlySet<string> {
	const named = new Set<string>();
	for (const statement of statements)
		if (statement.kind === 'edge')
			for (const end of [statement.from, statement.to])
				if (end?.reference.lane) named.add(end.reference.lane.text);
	return named;
}

/** Languages write their keywords small; `Lane Control` is a name, unless an edge calls the lane `Control`. */
function idOf(lane: Name, named: ReadonlySet<string>): Name {
	const id = afterKeyword(lane.text);
	if (id === undefined) return lane;
	const isKeyword = named.has(id) || (/^[a-z]/.test(lane.text) && !named.has(lane.text));
	return isKeyword ? {text: id, start: lane.end - id.length, end: lane.end} : lane;
}

function keywordRemark(written: Name, lane: Name): Problem {
	const word = written.text.slice(0, -lane.text.length).trimEnd();
	const span = {start: written.start, end: written.start + word.length};
	return problem('lane-keyword', span, 'a lane begins with its id', {
		hint: `leave out \`${word}\``,
		fix: {span: written, text: lane.text},
	});
}

function formRemark(lane: Name): Problem {
	return problem('lane-id-form', lane, `lane id \`${brief(lane.text)}\` is not one plain word`, {
		hint: 'use letters, digits and `_`; the name to show goes after `#`',
	});
}

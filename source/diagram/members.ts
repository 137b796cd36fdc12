/** The nodes of a loop line: the names of the file tell which of its words are ids, and which the lane before one. */

import {type Problem, problem} from '../problem.js';
import {reference, text} from '../syntax/build.js';
import {bounded} from '../syntax/longest.js';
import type {LoopStatement, Name, Reference} from '../syntax/tree.js';
import {brief} from '../text.js';
import type {Loop} from './diagram.js';
import type {References} from './references.js';

/** Lane names of more words are not looked for. */
const mostWords = 8;

/** The loop that `statement` describes, whether all of its nodes are there, and what is wrong with how it names them. */
export function repeat(
	statement: LoopStatement,
	references: References,
): {loop: Loop; isWhole: boolean; problems: readonly Problem[]} {
	const {condition, members} = settle(statement, references);
	const nodes = members.flatMap(member => references.find(member)?.id ?? []);
	const unbracketed = statement.condition ? [] : [conditionRemark(statement, condition, members)];
	return {
		loop: {
			condition: bounded(condition?.text ?? ''),
			nodes,
			span: {start: statement.start, end: statement.end},
		},
		isWhole: nodes.length === members.length,
		problems: [...unbracketed, ...laneRemarks(members, references)],
	};
}

/** Where no bracket follows `loop`, words before the first node are the condition, unless one is a misspelt node. */
function settle(
	{condition, members: written}: LoopStatement,
	references: References,
): Pick<LoopStatement, 'condition' | 'members'> {
	const members = withLanes(written, references);
	const first = members.findIndex(member => !isLoose(member, references));
	const words = condition ? [] : members.slice(0, Math.max(first, 0)).map(({node}) => node);
	if (words.length === 0 || words.some(word => references.nearest(word.text))) return {condition, members};
	return {condition: text(words), members: members.slice(first)};
}

function conditionRemark(
	loop: LoopStatement,
	condition: Name | null,
	members: readonly Reference[],
): Problem {
	if (!condition)
		return problem('missing-condition', loop, 'this loop does not say how long it goes on', {
			hint: 'write `loop [condition] n1 n2`',
		});
	const ids = members.map(({node}) => node.text).join(' ');
	return problem('missing-brackets', condition, 'the condition of a loop stands in brackets', {
		hint: `write \`${brief(`loop [${condition.text}] ${ids}`)}\``,
	});
}

/** `Load Balancer.n1`: words that are no nodes belong to the lane after them, unless that is one without them. */
function withLanes(members: readonly Reference[], references: References): readonly Reference[] {
	const read: Reference[] = [];
	for (const {lane, node} of members) {
		if (!lane) {
			read.push(reference(null, node));
			continue;
		}
		let first = read.length;
		while (read.length - first < mostWords && isLoose(read[first - 1], references)) first -= 1;
		const names = Array.from({length: read.length - first + 1}, (_, skipped) =>
			text([...read.slice(first + skipped).map(word => word.node), lane]),
		);
		const named = names.find(name => references.hasLane(name.text)) ?? names[0] ?? lane;
		while ((read.at(-1)?.start ?? -1) >= named.start) read.pop();
		read.push(reference(named, node));
	}
	return read;
}

/** Whether a member is a word that names no node, nor looks like one that does. */
function isLoose(member: Reference | undefined, references: References): boolean {
	return (
		member !== undefined &&
		!member.lane &&
		!references.has(member.node.text) &&
		!/^n\d+$/.test(member.node.text)
	);
}

function laneRemarks(members: readonly Reference[], references: References): Problem[] {
	const prefixed = members.filter((member): member is Prefixed => member.lane !== null);
	const odd = prefixed.filter(({lane}) => / /.test(lane.text) && !references.hasLane(lane.text));
	const [first] = prefixed;
	if (!first) return [];
	if (odd.length > 0) return odd.map(unknownLane);
	const span = {start: members[0]?.start ?? first.start, end: members.at(-1)?.end ?? first.end};
	return [
		problem('loop-prefix', first, 'a loop names its nodes without their lane', {
			hint: `write \`${brief(first.node.text)}\``,
			fix: {span, text: members.map(({node}) => node.text).join(' ')},
		}),
	];
}

type Prefixed = Reference & {readonly lane: Name};

/** Its words may be misspelt nodes as well, so that nothing is mended. */
function unknownLane({lane, node}: Prefixed): Problem {
	return problem('unknown-node', lane, `there is no lane \`${brief(lane.text)}\``, {
		hint: `write \`${brief(node.text)}\`: a loop names its nodes without their lane`,
	});
}

/** Waiting, stuck and runaway in words, for status lines and records. */
import {brief} from '../text.js';
import {type Gathering, gatherings} from './join.js';
import type {Run} from './run.js';
import {unreadAt} from './unread.js';
import {visits} from './walked.js';

/** Things that are named one by one, at most. */
const mostNamed = 5;

/** Whether a node may be named. */
type Known = (node: {readonly id: string}) => boolean;

const all: Known = () => true;

/** For the first `most` nodes where tokens wait: `n10 Collect answers: 2 of 3, waiting for n7 Ask the bank`. */
export function waitingLines(run: Run, most: number, known = all): string[] {
	const lines: string[] = [];
	for (const gathering of gatherings(run)) {
		if (lines.length === most) break;
		lines.push(`${name(run, gathering.node)}: ${standing(run, gathering, known)}`);
	}
	return lines;
}

function standing(run: Run, {here, missing, edges}: Gathering, known: Known): string {
	const lacking =
		edges.length > 0 ? edges.map(edge => source(run, edge, known)) : missing.map(({node}) => name(run, node));
	const all = here.length + lacking.length;
	return `${here.length} of ${all}, waiting for ${listed([...new Set(lacking)])}`;
}

/** `a token from n7 Ask the bank (“Yes”)`. */
function source(run: Run, edge: string, known: Known): string {
	const {from, label} = run.diagram.edge(edge);
	if (!known({id: from})) return 'another token';
	return `a token from ${name(run, from)}${label === '' ? '' : ` (“${brief(label)}”)`}`;
}

/** `a, b and 3 more` */
function listed(names: readonly string[]): string {
	if (names.length <= mostNamed) return names.join(', ');
	return `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`;
}

/**
 * Why the run asks, where that is not a plain decision: what is the matter, and what the answers do. Of one that ended,
 * what is wrong with its end.
 */
export function explanation(run: Run, known = all): string | undefined {
	const {question} = run;
	const unread = unreadAt(run);
	if (unread !== undefined) return `A way out of ${name(run, unread)} could not be read.`;
	const node = question?.node === undefined ? '' : name(run, question.node);
	switch (question?.type) {
		case 'start':
			return 'There are several starts: begin at one, or at all.';
		case 'again':
			return `A token came back to ${node}: run that again, or take it as a reply.`;
		case 'visits': {
			const count = visits(run, question.node ?? '');
			return `${node} was visited ${count} times: this may never end.`;
		}
		case 'stuck':
			return `No token can move: ${stuckWords(run, known)}. Let one go on.`;
		case 'loop':
			return `${node}: once more, or leave the loop.`;
		default:
			return undefined;
	}
}

function stuckWords(run: Run, known: Known): string {
	const lines = waitingLines(run, mostNamed, known);
	const more = run.waiting.size - lines.length;
	return `${lines.join('; ')}${more > 0 ? `; ${more} more` : ''}`;
}

function name(run: Run, id: string): string {
	const {label} = run.diagram.node(id);
	return label === id ? brief(id) : `${brief(id)} ${brief(label)}`;
}

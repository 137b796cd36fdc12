/** Waiting, stuck and runaway in words, for status lines and records. */
import {harmless} from '../text.js';
import {type Gathering, gatherings} from './join.js';
import type {Run} from './run.js';
import {visits} from './walked.js';

/** A line for each node where tokens wait: `n10 Collect answers: 2 of 3, waiting for n7`. */
export function waitingLines(run: Run): string[] {
	return gatherings(run).map(gathering => `${name(run, gathering.node)}: ${standing(gathering)}`);
}

function standing({here, missing, edges}: Gathering): string {
	const lacking = edges.length > 0 ? edges.map(edge => `a token by ${edge}`) : missing.map(({node}) => node);
	const all = here.length + lacking.length;
	return `${here.length} of ${all}, waiting for ${[...new Set(lacking)].join(', ')}`;
}

/** Why the run asks, where that is not a plain decision: what is the matter, and what the answers do. */
export function explanation(run: Run): string | undefined {
	const {question} = run;
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
			return `No token can move: ${waitingLines(run).join('; ')}. Let one go on.`;
		case 'loop':
			return `${node}: once more, or leave the loop.`;
		default:
			return undefined;
	}
}

function name(run: Run, id: string): string {
	const {label} = run.diagram.node(id);
	return label === id ? harmless(id) : `${harmless(id)} ${harmless(label)}`;
}

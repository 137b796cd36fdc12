/** Ways out that the file names and that could not be read: what goes on by itself must not walk past them. */
import type {Run} from './run.js';
import {endedIn} from './walked.js';

/** The node with such a way out at which the run asks for the way on, or for want of which a token ended there. */
export function unreadAt(run: Run): string | undefined {
	const {diagram, question, state} = run;
	const isUnread = (node: string) => diagram.incomplete.has(node);
	if (state === 'ended')
		return endedIn(run).find(({node}) => isUnread(node) && diagram.out(node).length === 0)?.node;
	const {type, node = ''} = {...question};
	return (type === 'decide' || type === 'split' || type === 'loop') && isUnread(node) ? node : undefined;
}

/** How the diagram is read where it leaves several things open, and what follows from it now. */
import {waitingLines} from '../run/explain.js';
import type {Join, Run, Split, Switches} from '../run/run.js';
import {reread} from '../run/steer.js';
import {survey} from '../run/survey.js';
import {harmless} from '../text.js';
import {attended, type Session, told} from './session.js';
import {to} from './walk.js';

/** `split auto, join or`, with the nodes read otherwise; empty where no reading makes a difference. */
export function readingWords({run, diagram}: Session): string {
	const {split, join, nodes} = run.switches;
	if (survey(diagram).forks.length === 0) return '';
	const own = Array.from(nodes, ([id, reading]) =>
		[harmless(id), reading.split, reading.join].filter(Boolean).join(' '),
	);
	return [`split ${split}, join ${join}`, ...own].join(', ');
}

/** Who waits where: `n10 Collect: 2 of 3, waiting for n7 Ask`; empty where nobody does. */
export function waitingWords(run: Run): string {
	const [first] = waitingLines(run, 1);
	const more = run.waiting.size - 1;
	return first === undefined ? '' : `${first}${more > 0 ? ` (${more} more)` : ''}`;
}

/** `token #2 moves, 3 live`, where there are several. */
export function tokenWords({active, tokens}: Run): string {
	if (tokens.size < 2 || active === undefined) return '';
	return `token #${active} moves, ${tokens.size} live`;
}

/** Reads the node under the person's attention otherwise than the rest, from here on. */
export function readHere(session: Session, reading: {readonly split?: Split; readonly join?: Join}): Session {
	const node = attended(session);
	if (node === undefined) return session;
	const {nodes} = session.run.switches;
	return read(session, {nodes: new Map([...nodes, [node, {...nodes.get(node), ...reading}]])});
}

/** Reads the whole diagram otherwise, from here on. */
export function read(session: Session, switches: Partial<Switches>): Session {
	const next = to(session, reread(session.run, switches));
	return told(next, `read from here on: ${readingWords(next) || 'as before, there is nothing to split'}`);
}

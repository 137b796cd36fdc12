/** How the diagram is read where it leaves several things open, and what follows from it now. */
import {plural} from '../numbers.js';
import {explanation, waitingLines} from '../run/explain.js';
import {gatherings} from '../run/join.js';
import {
	activeToken,
	defaultSwitches,
	type Join,
	type Run,
	type Split,
	type Switches,
	type Token,
} from '../run/run.js';
import {movable, reread} from '../run/steer.js';
import {survey} from '../run/survey.js';
import {unreadAt} from '../run/unread.js';
import {harmless} from '../text.js';
import {keyFor} from './key-names.js';
import {attended, isKnown, type Session, told} from './session.js';
import {to} from './walk.js';

/** Tokens that are told one by one in a line, at most. */
const mostTold = 5;

/** `split auto, join or`, with the nodes read otherwise; empty where no reading makes a difference. */
export function readingWords(session: Session): string {
	const {split, join} = session.run.switches;
	return isOpen(session) ? [`split ${split}, join ${join}`, ...ownReadings(session)].join(', ') : '';
}

/** What of the reading is not the usual one: `split one, n3 join and`; with how many nodes are read otherwise, in short. Empty where all is. */
export function readingApart(session: Session): readonly string[] {
	const {split, join} = session.run.switches;
	if (!isOpen(session)) return [];
	const all = [
		...(split === defaultSwitches.split ? [] : [`split ${split}`]),
		...(join === defaultSwitches.join ? [] : [`join ${join}`]),
	];
	const own = ownReadings(session);
	const inShort = own.length > 0 ? [`${plural(own.length, 'node')} read otherwise`] : [];
	return [[...all, ...own].join(', '), [...all, ...inShort].join(', ')];
}

/** Whether there is anything to read in one way or another. */
function isOpen({diagram}: Session): boolean {
	return survey(diagram).forks.length > 0;
}

function ownReadings({run}: Session): string[] {
	return Array.from(run.switches.nodes, ([id, {split, join}]) =>
		[harmless(id), split && `split ${split}`, join && `join ${join}`].filter(Boolean).join(' '),
	);
}

/** Why the run asks, where that is not plain, and what tells more of it: a sentence or none. */
export function explained(session: Session): string[] {
	const why = explanation(session.run, isKnown(session));
	if (why === undefined) return [];
	const more = unreadAt(session.run) === undefined ? '' : ` ${keyFor(session, 'problems')} tells more.`;
	return [`${why}${more}`];
}

/** Who waits where: `n10 Collect: 2 of 3, waiting for n7 Ask`; empty where nobody does. */
export function waitingWords(session: Session): string {
	const {run} = session;
	const [first] = waitingLines(run, 1, isKnown(session));
	const more = run.waiting.size - 1;
	return first === undefined ? '' : `${first}${more > 0 ? ` (${more} more)` : ''}`;
}

/** The first node where tokens wait: `2 wait at Collect`; empty where none do. */
export function waitingInShort({run}: Session): string {
	const [first] = gatherings(run);
	if (!first) return '';
	const {length} = first.here;
	return `${length} ${length === 1 ? 'waits' : 'wait'} at ${harmless(run.diagram.node(first.node).label)}`;
}

/** Which token moves, `at` the place that is told, and how many there are, from long to short: `token #2 at Ask, 3 live (T another)`. */
export function tokenWords(session: Session, at: readonly string[]): readonly string[] {
	const {active, tokens} = session.run;
	const live = `${tokens.size} live`;
	const another = movable(session.run).length > 1 ? ` (${keyFor(session, 'next-token')} another)` : '';
	return [
		...at.map(place => `token #${active} at ${place}, ${live}${another}`),
		...at.slice(-1).flatMap(place => [`#${active} at ${place}, ${live}`, `#${active} at ${place}`]),
		`#${active} moves, ${live}`,
	];
}

/** Where a token stands, in words. */
interface Stand {
	readonly number: number;
	readonly label: string;
	readonly how: 'moves' | 'ready' | 'waits';
}

/** Where the first `most` tokens stand, the one that moves before all others. */
export function stands(run: Run, most: number): Stand[] {
	const active = activeToken(run);
	const list: Token[] = active ? [active] : [];
	for (const token of run.tokens) {
		if (list.length >= most) break;
		if (token !== active) list.push(token);
	}
	return list.map(token => ({
		number: token.number,
		label: harmless(run.diagram.node(token.node).label),
		how: token === active ? 'moves' : token.phase === 'waiting' ? 'waits' : 'ready',
	}));
}

/** `#2 Ask the bank moves, #1 Collect waits`, where there are several. */
export function standWords(run: Run): string {
	if (run.tokens.size < 2) return '';
	const list = stands(run, mostTold);
	const more = run.tokens.size - list.length;
	const told = list.map(({number, label, how}) => `#${number} ${label}${how === 'ready' ? '' : ` ${how}`}`);
	return [...told, ...(more > 0 ? [`${more} more`] : [])].join(', ');
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

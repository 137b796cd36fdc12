/** Cards: injects that come up when the token comes to a node, from a file. */
import type {Diagram} from '../diagram/diagram.js';
import {fieldsOf} from '../drill/event.js';
import type {Card} from '../drill/rules.js';
import {place, type Source} from '../problem.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import type {ExitCode} from './command.js';
import {nameOf, whyUnreadable} from './load.js';

/** A file of cards is short. Bytes. */
const most = 1 << 18;
/** Cards of a drill: all may lie at one node. */
const mostCards = 1000;
/** Otherwise what is odd about a file is printed, as it stands there; and messages of the library hold a place and a quotation. */
const quietly = {logLevel: 'error', prettyErrors: false} as const;
/** Mistakes that are told at once. */
const mostTold = 5;

type Yaml = typeof import('yaml');

/** What is wrong with a file of cards, and at which offset of its text; undefined for the whole. */
interface Mistake {
	readonly what: string;
	readonly at: number | undefined;
}

/**
 * The cards in the YAML file at `path`: a list of `node` and `text`. What is wrong with it is told on stderr: a file
 * that cannot be read gives exit 4, one of other things exit 2.
 */
export async function readCards(
	world: World,
	path: string,
	diagram: Diagram,
): Promise<readonly Card[] | {readonly exit: ExitCode}> {
	const name = nameOf(path);
	const complain = (where: string, what: string) =>
		world.complain(`flowzap-tui: ${harmless(name)}${where}: ${harmless(what)}\n`);
	const bytes = await world.read(path, most).catch((error: Error) => error);
	if (!(bytes instanceof Uint8Array)) {
		complain('', whyUnreadable(bytes, 'a file of cards'));
		return {exit: 4};
	}
	const source = {name, text: new TextDecoder().decode(bytes)};
	// Loaded here alone: hardly any start of the program needs it.
	const found =
		bytes.length > most
			? [whole('too large for cards')]
			: cardsIn((await import('yaml')).default, source.text, diagram);
	const mistakes = found.filter(card => 'what' in card);
	for (const {what, at} of mistakes.slice(0, mostTold)) complain(placeIn(source, at), what);
	if (mistakes.length > mostTold) complain('', `${mistakes.length - mostTold} more mistakes`);
	return mistakes.length > 0 ? {exit: 2} : found.filter(card => 'node' in card);
}

function placeIn(source: Source, at: number | undefined): string {
	if (at === undefined) return '';
	const {line, column} = place(source, at);
	return `:${line}:${column}`;
}

function whole(what: string): Mistake {
	return {what, at: undefined};
}

const wayOut = 'cards are a list: `- node: n10` and under it `  text: …`';

/** Card by card what `text` says; of a text that is no list what keeps it from being one. */
function cardsIn(yaml: Yaml, text: string, diagram: Diagram): readonly (Card | Mistake)[] {
	try {
		const document = yaml.parseDocument(text, quietly);
		const [error] = document.errors;
		if (error) return [{what: `${inWords(error)}; ${wayOut}`, at: error.pos[0]}];
		const {contents} = document;
		const list: unknown = document.toJS();
		if (!yaml.isSeq(contents) || !Array.isArray(list)) return [whole(wayOut)];
		if (list.length > mostCards)
			return [whole(`these are ${list.length} cards; a drill has ${mostCards} at most`)];
		const items: readonly unknown[] = contents.items;
		return items.map((item, index) => cardIn(list[index], diagram, key => startOf(yaml, item, key)));
	} catch (error) {
		return [whole(inWords(error as Error))];
	}
}

function inWords({message}: Error): string {
	return message.includes('call stack') ? 'this is nested too deeply' : message;
}

/** The card that an item says; `startOf` tells where the value of one of its keys begins, without one the item. */
function cardIn(
	item: unknown,
	diagram: Diagram,
	startOf: (key?: string) => number | undefined,
): Card | Mistake {
	const {node, text, ...others} = fieldsOf(item);
	const [other] = Object.keys(others);
	if (other !== undefined) return {what: `a card has a node and a text, no ${other}`, at: startOf(other)};
	if (typeof node !== 'string' || typeof text !== 'string' || text.trim() === '')
		return {what: 'a card needs a node and a text', at: startOf()};
	return diagram.has(node) ? {node, text} : {what: `no node is called ${node}`, at: startOf('node')};
}

function startOf(yaml: Yaml, item: unknown, key?: string): number | undefined {
	const value = key !== undefined && yaml.isMap(item) ? item.get(key, true) : item;
	return yaml.isNode(value) ? value.range?.[0] : undefined;
}

/** Cards: injects that come up when the token comes to a node, from a file. */
import type {Diagram} from '../diagram/diagram.js';
import {fieldsOf} from '../drill/event.js';
import type {Card} from '../drill/rules.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {UsageError} from './command.js';

/** A file of cards is short. Bytes. */
const most = 1 << 18;
/** Cards of a drill: all may lie at one node. */
const mostCards = 1000;
/** Otherwise what is odd about a file is printed, as it stands there. */
const quietly = {logLevel: 'error'} as const;
/** Mistakes that are told at once. */
const mostTold = 5;

/** The cards in the YAML file at `path`: a list of `node` and `text`. A UsageError for one that is none. */
export async function readCards(world: World, path: string, diagram: Diagram): Promise<Card[]> {
	const fail = (what: string) => new UsageError(`--cards ${harmless(path)}: ${harmless(what)}`);
	const bytes = await world.read(path, most).catch((error: Error) => error);
	if (!(bytes instanceof Uint8Array)) throw fail('the file cannot be read');
	if (bytes.length > most) throw fail('the file is too large');
	// Loaded here alone: hardly any start of the program needs it.
	const {default: yaml} = await import('yaml');
	const list = parsed(text => yaml.parse(text, quietly), new TextDecoder().decode(bytes), fail);
	if (!Array.isArray(list)) throw fail('a list is expected: `- node: n10` and under it `  text: …`');
	if (list.length > mostCards) throw fail(`these are ${list.length} cards; a drill has ${mostCards} at most`);
	const cards = list.map((item: unknown, index) => cardIn(item, index + 1, diagram));
	const mistakes = cards.filter(card => typeof card === 'string');
	if (mistakes.length > 0) throw fail(told(mistakes));
	return cards.filter(card => typeof card !== 'string');
}

/** The card of an item; what is wrong with it, where it is none. */
function cardIn(item: unknown, number: number, diagram: Diagram): Card | string {
	const {node, text} = fieldsOf(item);
	if (typeof node !== 'string' || typeof text !== 'string') return `card ${number} needs a node and a text`;
	return diagram.has(node) ? {node, text} : `card ${number}: there is no node ${node}`;
}

function told(mistakes: readonly string[]): string {
	const more = mistakes.length - mostTold;
	return [...mistakes.slice(0, mostTold), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function parsed(parse: (text: string) => unknown, text: string, fail: (what: string) => UsageError): unknown {
	try {
		return parse(text);
	} catch (error) {
		const [what = ''] = (error as Error).message.split('\n');
		throw fail(what.includes('call stack') ? 'this is nested too deeply' : what);
	}
}

/** What a key binding is: keys, what they ask for, and how the help and the footer tell of them. */
import {onceFor} from '../once.js';
import type {Intent} from './action.js';

/** Bindings that stand together in the help. */
export type Group = 'walk' | 'look' | 'find' | 'drill' | 'program' | 'further';

/** Headings of the help, in its order. */
export const groupTitles: Readonly<Record<Group, string>> = {
	walk: 'WALK',
	look: 'LOOK AROUND',
	find: 'FIND AND SHOW',
	drill: 'DRILL',
	program: 'PROGRAM',
	further: 'BY NAME',
};

/** When a footer hint is worth its room. */
export type Moment = 'moving' | 'choosing' | 'ended' | 'page' | 'list' | 'routes' | 'field';

/** Keys and what they ask for. */
export interface Binding {
	/** As the decoder names them; none for what the palette alone has. */
	readonly keys: readonly string[];
	/** What it is called in the palette and in a keymap of one's own. */
	readonly name: string;
	/** What it does, for the help. */
	readonly says: string;
	readonly group: Group;
	readonly intent: Intent | ((key: string) => Intent);
	readonly hint?: Hint;
}

/** For the footer: how the deed is written there, and when. */
interface Hint {
	readonly word: string;
	readonly when: readonly Moment[];
	/** The names of the actions whose keys stand before it together, where there are several. */
	readonly of?: readonly string[];
}

const byKey = onceFor(
	(bindings: readonly Binding[]) =>
		new Map(bindings.flatMap(binding => binding.keys.map(key => [key, binding] as const))),
);

/** What `key` asks for; undefined where it means nothing. */
export function intentOf(bindings: readonly Binding[], key: string): Intent | undefined {
	const intent = byKey(bindings).get(key)?.intent;
	return typeof intent === 'function' ? intent(key) : intent;
}

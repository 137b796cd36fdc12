/** The help: every key, from the keymap. */
import {keysShown} from '../session/key-names.js';
import {type Group, groups} from '../session/keys.js';
import {pad} from '../text.js';
import type {Row} from './line.js';

const titles: Readonly<Record<Group, string>> = {
	walk: 'WALK',
	look: 'LOOK AROUND',
	panels: 'PANELS',
	program: 'PROGRAM',
};

export function helpRows(): Row[] {
	return (Object.keys(groups) as Group[]).flatMap((group): Row[] => [
		[['title', titles[group]]],
		...groups[group].map((binding): Row => ['  ', ['key', pad(keysShown(binding), 20)], ' ', binding.says]),
		[],
	]);
}

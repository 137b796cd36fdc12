/** What the footer says about keys. */
import type {Hint, Moment} from './binding.js';
import {expectable} from './drill.js';
import {isNote, layerOf} from './panels.js';
import type {Session} from './session.js';

const answers: readonly Hint[] = [
	{keys: 'y Enter', word: 'yes', when: ['question']},
	{keys: 'n Esc', word: 'no', when: ['question']},
];

/** What ends a text. */
const endings: readonly Hint[] = [
	{keys: 'Enter', word: 'keep', when: ['field']},
	{keys: 'Esc', word: 'drop', when: ['field']},
	{keys: 'Ctrl-U', word: 'clear', when: ['field']},
];

/** The hints for now, in the order of the keymap; where an outcome is asked for, what outcomes there are. */
export function hintsOf(session: Session): readonly Hint[] {
	const {panel} = session;
	if (layerOf(panel?.name) === 'question') return answers;
	if (panel?.name === 'expect')
		return [
			...endings.slice(0, 2),
			...expectable(session.outcomes).map(keys => ({keys, word: '', when: []})),
		];
	if (panel && isNote(panel.name)) return endings;
	const moment: Moment = layerOf(panel?.name) ?? session.run.state;
	return session.bindings.flatMap(({hint}) => (hint?.when.includes(moment) ? [hint] : []));
}

/** What the footer says about keys. */
import type {Hint, Moment} from './keys.js';
import {layerOf} from './panels.js';
import type {Session} from './session.js';

const answers: readonly Hint[] = [
	{keys: 'y Enter', word: 'yes', when: ['question']},
	{keys: 'n Esc', word: 'no', when: ['question']},
];

/** The hints for now, in the order of the keymap. */
export function hintsOf(session: Session): readonly Hint[] {
	if (layerOf(session.panel?.name) === 'question') return answers;
	const moment: Moment = layerOf(session.panel?.name) ?? session.run.state;
	return session.bindings.flatMap(({hint}) => (hint?.when.includes(moment) ? [hint] : []));
}

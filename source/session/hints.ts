/** What the footer says about keys. */
import type {PanelName} from './action.js';
import type {Hint, Moment} from './binding.js';
import {isNote} from './fields.js';
import {layerOf} from './panels.js';
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

/** What Enter does in a panel. */
const entering: Partial<Record<PanelName, string>> = {
	routes: 'follow',
	palette: 'do',
	search: 'keep',
	branch: 'take',
	export: 'write',
};

/** The hints for now, in the order of the keymap; where an outcome is asked for, what outcomes there are. */
export function hintsOf(session: Session): readonly Hint[] {
	const {panel} = session;
	if (layerOf(panel?.name) === 'question') return answers;
	if (panel?.name === 'expect')
		return [...endings.slice(0, 2), ...session.outlook.reached().map(keys => ({keys, word: '', when: []}))];
	if (panel && isNote(panel.name)) return endings;
	const moment: Moment = layerOf(panel?.name) ?? session.run.state;
	const hints = session.bindings.flatMap(({hint}) => (hint?.when.includes(moment) ? [hint] : []));
	// Details stand beside the run, which goes on; they are closed all the same.
	if (panel?.name === 'details') return [...closings(session), ...hints];
	const word = panel && entering[panel.name];
	return word === undefined ? hints : [{keys: 'Enter', word, when: []}, ...hints];
}

function closings({bindings}: Session): readonly Hint[] {
	return bindings.flatMap(({name, hint}) => (name === 'close' && hint ? [hint] : []));
}

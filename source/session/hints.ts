/** What the footer says about keys. */
import type {PanelName} from './action.js';
import type {Group, Hint, Moment} from './binding.js';
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
};

/** What a drill is about comes before what helps to look at it: a low screen has room for the first few. */
const order: readonly Group[] = ['walk', 'drill', 'look', 'find', 'program'];

/** The hints for now, those that matter most first; where an outcome is asked for, what outcomes there are. */
export function hintsOf(session: Session): readonly Hint[] {
	const {panel} = session;
	if (layerOf(panel?.name) === 'question') return answers;
	if (panel?.name === 'expect')
		return [...endings.slice(0, 2), ...session.outlook.reached().map(keys => ({keys, word: '', when: []}))];
	if (panel && isNote(panel.name)) return endings;
	if (panel?.name === 'export') return [{keys: 'Enter', word: 'write', when: []}, ...endings.slice(1)];
	const moment: Moment = layerOf(panel?.name) ?? session.run.state;
	const hints = session.bindings
		.toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group))
		.flatMap(({hint}) => (hint?.when.includes(moment) ? [hint] : []));
	// Details stand beside the run, which goes on; they are closed all the same.
	if (panel?.name === 'details') return [...closings(session), ...hints];
	const word = panel && entering[panel.name];
	return word === undefined ? hints : [{keys: 'Enter', word, when: []}, ...hints];
}

function closings({bindings}: Session): readonly Hint[] {
	return bindings.flatMap(({name, hint}) => (name === 'close' && hint ? [hint] : []));
}

/** What a key means now: the keymap's word, or that of the panel that is open. */
import {choices} from '../run/choices.js';
import type {Intent, QuestionName} from './action.js';
import {intentOf} from './binding.js';
import type {Edit} from './caret.js';
import {keyFor, keyName} from './key-names.js';
import {entriesOf} from './palette.js';
import {fieldOf, layerOf, questionOf, yesTo} from './panels.js';
import {nothingCalled, type Session} from './session.js';

/** Keys that mean the same while a text is typed. */
const inFields = new Set([
	'escape',
	'up',
	'down',
	'tab',
	'shift+tab',
	'pageup',
	'pagedown',
	'ctrl+z',
	'ctrl+l',
]);

/** Keys that edit what was typed, as shells have them. */
const edits: Readonly<Record<string, Edit>> = {
	left: 'left',
	right: 'right',
	home: 'home',
	'ctrl+a': 'home',
	end: 'end',
	'ctrl+e': 'end',
	backspace: 'backspace',
	delete: 'delete',
	'ctrl+w': 'word',
	'ctrl+u': 'all',
	'ctrl+k': 'rest',
};

/** Keys that pick in lists and fields, as shells and editors have them, whatever they are elsewhere. */
const picking: Readonly<Record<string, -1 | 1>> = {'ctrl+n': 1, 'ctrl+p': -1};

/** What `key` asks for, in order. What is typed into a field is not asked here. */
export function interpret(session: Session, key: string): readonly Intent[] {
	const {panel} = session;
	const question = questionOf(session);
	if (question) return answered(session, question, key);
	const intent = intentOf(session.bindings, key);
	// A digit that other numbers of branches begin with may not be the whole number.
	if (!fieldOf(session) && intent?.type === 'choose' && choices(session.run).length >= intent.number * 10)
		return [
			{type: 'open', panel: 'branch'},
			{type: 'type', text: String(intent.number)},
		];
	const [layer, by] = [layerOf(panel?.name), picking[key]];
	if (by !== undefined && layer !== undefined && layer !== 'page') return [{type: 'pick', by}];
	if (layer === 'page') return inPages(key, intent);
	if (!panel || !fieldOf(session))
		return [intent ? (layer === 'routes' ? inLists(intent) : intent) : unbound(session, key)];
	if (key === 'enter') return submitted(session);
	// Who wants out of a field does not want out of the drill.
	if (key === 'ctrl+c') return [{type: 'close'}];
	const edit = edits[key];
	if (edit) return [{type: 'amend', edit}];
	return intent && inFields.has(key) ? [intent] : [];
}

/** A keyboard may be switched to another alphabet than that of the keys. */
function unbound(session: Session, key: string): Intent {
	const isForeign = /^(?!\p{Script=Latin})\p{L}$/u.test(key);
	const name = keyName(key, session.characters);
	const help = keyFor(session, 'help');
	return {
		type: 'tell',
		text: `${name} does nothing: ${help} shows the keys${isForeign ? ', Latin letters' : ''}`,
	};
}

/** Keys of a page as `less` has them. */
const paging: Readonly<Record<string, number>> = {f: 1, b: -1, d: 0.5, u: -0.5};

/** Who quits a page does not want out of the drill. */
function inPages(key: string, intent: Intent | undefined): readonly Intent[] {
	const y = paging[key];
	if (y !== undefined) return [{type: 'page', x: 0, y}];
	return intent ? [intent.type === 'quit' && intent.code === 0 ? {type: 'close'} : intent] : [];
}

/** In a list the keys that move the view up and down pick, as they scroll a page. */
function inLists(intent: Intent): Intent {
	if (intent.type === 'pan' && intent.y !== 0) return {type: 'pick', by: intent.y};
	return intent.type === 'show' ? {type: 'edge', x: intent.what === 'start' ? -1 : 1} : intent;
}

/** Only a yes or a no answers: a key that was meant for something else must not. */
function answered({bindings}: Session, question: QuestionName, key: string): readonly Intent[] {
	const intent = intentOf(bindings, key);
	switch (key) {
		case 'ctrl+c':
			return [{type: 'quit', code: 130}];
		case 'ctrl+z':
			return [{type: 'suspend'}];
		case 'ctrl+l':
			return [{type: 'redraw'}];
		case 'escape':
		case 'n':
		case 'N':
			return [{type: 'close'}];
	}
	if (yesTo(question).includes(key.toLowerCase()))
		return question === 'quit' ? [{type: 'quit', code: 0}] : [{type: 'close'}, {type: question}];
	// Nothing is done yet that could be lost: who wants out is let out.
	if (question === 'resume' && intent?.type === 'quit') return [intent];
	return [{type: 'tell', text: 'yes or no?', urgent: true}];
}

/** What a click on line `at` of the open list asks for, from 0: the first picks it, the next is Enter. */
export function lineHit(session: Session, at: number): readonly Intent[] {
	const {panel} = session;
	if (panel && panel.at !== at) return [{type: 'pick', by: at - panel.at}];
	return panel?.name === 'palette' ? submitted(session) : [{type: 'advance'}];
}

function submitted(session: Session): readonly Intent[] {
	const {panel} = session;
	if (panel?.name === 'export') return [{type: 'close'}, {type: 'write', path: panel.text.trim()}];
	if (panel?.name !== 'palette') return [{type: 'submit'}];
	const entry = entriesOf(session)[panel.at];
	return entry
		? [{type: 'close'}, entry.intent]
		: [{type: 'tell', text: nothingCalled(session, 'no action is called that'), urgent: true}];
}

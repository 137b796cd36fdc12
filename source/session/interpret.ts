/** What a key means now: the keymap's word, or that of the panel that is open. */
import type {Intent} from './action.js';
import {intentOf} from './keys.js';
import {entriesOf} from './palette.js';
import {fieldOf} from './panels.js';
import type {Session} from './session.js';

/** Keys that mean the same while a text is typed. */
const inFields = new Set([
	'escape',
	'up',
	'down',
	'tab',
	'shift+tab',
	'pageup',
	'pagedown',
	'ctrl+c',
	'ctrl+z',
	'ctrl+l',
]);

/** What `key` asks for, in order. What is typed into a field is not asked here. */
export function interpret(session: Session, key: string): readonly Intent[] {
	const {panel} = session;
	if (panel?.name === 'copy' || panel?.name === 'resume') {
		if (key === 'ctrl+c') return [{type: 'quit', code: 130}];
		return key === 'enter' || key === 'y' ? [{type: 'close'}, {type: panel.name}] : [{type: 'close'}];
	}
	const intent = intentOf(session.bindings, key);
	if (!panel || !fieldOf(session)) return intent ? [intent] : [];
	if (key === 'enter') return submitted(session);
	return intent && inFields.has(key) ? [intent] : [];
}

function submitted(session: Session): readonly Intent[] {
	const {panel} = session;
	if (panel?.name === 'export') return [{type: 'close'}, {type: 'write', path: panel.text.trim()}];
	if (panel?.name !== 'palette') return [{type: 'submit'}];
	const entry = entriesOf(session)[panel.at];
	return entry
		? [{type: 'close'}, entry.intent]
		: [{type: 'tell', text: 'no action is called that', urgent: true}];
}

/** What is typed into a field, and what Enter does with it. */
import {choices} from '../run/choices.js';
import {harmless} from '../text.js';
import type {Action} from './action.js';
import {branchesCalled, takeCalled} from './branch.js';
import {edited} from './caret.js';
import {keyFor} from './key-names.js';
import {isNote, note} from './notes.js';
import {expect} from './rehearse.js';
import {foundWords, look} from './search.js';
import {nothingCalled, type Panel, type Session, told} from './session.js';
import {take} from './walk.js';

/** What `action` does to the open field; undefined where it is none of its business. */
export function inField(session: Session, panel: Panel, action: Action): Session | undefined {
	if (action.type === 'submit') return submitted(session, panel);
	if (action.type === 'pick' && panel.name === 'expect')
		return {...session, panel: nextOutcome(session, panel, action.by)};
	const text = session.typed[panel.name] ?? '';
	if (action.type === 'pick' && action.by < 0 && panel.text === '' && text !== '')
		return rewritten(session, panel, {...panel, text, edits: panel.edits + 1});
	// What is typed is not lost to a key that has nothing to pick there.
	if (action.type === 'pick' || action.type === 'page') return session;
	if (action.type === 'amend' && panel.text === '')
		return told(session, `${keyFor(session, 'close')} closes this field first`, true);
	const written = writtenIn(panel, action);
	return written && rewritten(session, panel, written);
}

/** The session with the field as it is `written`, and what follows from another text. */
function rewritten(session: Session, panel: Panel, written: Panel): Session {
	const typed = {...session, panel: written};
	if (written.text === panel.text) return typed;
	if (panel.name === 'branch') return pickCalled(typed, written.text);
	return panel.name === 'search' ? look(typed, written.text) : typed;
}

/** `after`, where what was typed into a field that is left can be had again. */
export function remembered(before: Session, after: Session): Session {
	const {panel} = before;
	if (!panel || after.panel?.name === panel.name || panel.text.trim() === '') return after;
	return {...after, typed: {...after.typed, [panel.name]: panel.text}};
}

/** The panel with what `action` writes into its field; undefined where it writes nothing. */
export function writtenIn(panel: Panel, action: Action): Panel | undefined {
	if (action.type === 'amend') return {...panel, ...edited(panel, action.edit), edits: panel.edits + 1};
	if (action.type !== 'type') return undefined;
	const {text} = action;
	return {...panel, text, behind: text.endsWith(panel.behind) ? panel.behind : ''};
}

/** The field with the outcome after the one in it, or before; with the first that begins as it does where it has none. */
function nextOutcome({outlook}: Session, panel: Panel, by: number): Panel {
	const names = outlook.reached().map(harmless);
	const at = names.indexOf(panel.text);
	const typed = panel.text.trim().toLowerCase();
	const begun = names.findIndex(name => typed !== '' && name.toLowerCase().startsWith(typed));
	const first = begun < 0 && by < 0 ? names.length - 1 : Math.max(0, begun);
	const next = at < 0 ? first : at + by;
	return {
		...panel,
		edits: panel.edits + 1,
		behind: '',
		text: names[(next + names.length) % names.length] ?? panel.text,
	};
}

function submitted(session: Session, panel: Panel): Session {
	const {name, text} = panel;
	const closed = {...session, panel: undefined};
	if (name === 'branch') return taken(session, closed, text);
	if (name === 'expect') return orMended(session, closed, expect(closed, text));
	if (panel.branch !== undefined && text.trim() === '')
		return told(session, 'this drill asks why: write the reason, Esc takes no branch', true);
	if (isNote(name)) {
		const noted = note(closed, name, text);
		return name === 'why' && noted.notes !== closed.notes
			? reasoned(noted, panel.branch)
			: orMended(session, closed, noted);
	}
	return name === 'search' ? searched(closed, panel) : closed;
}

/** The branch that waited for its reason is taken; where none did, it is said what a step takes. */
function reasoned(noted: Session, branch: number | undefined): Session {
	const {run, picked, notice} = noted;
	const of = branch ?? (picked ?? -1) + 1;
	const label = choices(run)[of - 1]?.label;
	if (label === undefined) return noted;
	const next = branch === undefined ? `${keyFor(noted, 'step')} takes ${label}` : `${label} is taken`;
	const said = told(noted, `${notice?.text}: ${next}`);
	return branch === undefined ? said : take(said, branch);
}

/** What was found is told. A search for nothing, or that finds nothing, leaves what was found before. */
function searched(closed: Session, {text, before}: Panel): Session {
	if (text.trim() === '') return {...closed, found: before.found};
	const {found} = closed;
	if (!found || found.nodes.length === 0)
		return told({...closed, ...before}, nothingCalled(closed, `nothing is called ${text}`), true);
	const keys = ['find-next', 'find-previous'].map(key => keyFor(closed, key)).join(' ');
	return told(closed, `${foundWords(closed)}${found.nodes.length > 1 ? `   ${keys} next` : ''}`);
}

/** What was refused stays in its field, to be mended. */
function orMended(session: Session, closed: Session, after: Session): Session {
	const isRefused = after !== closed && after.notice?.urgent === true;
	return isRefused ? {...session, notice: after.notice} : after;
}

/** The branch that Enter would take is picked. */
function pickCalled(session: Session, text: string): Session {
	const [number, ...more] = branchesCalled(session.run, text);
	return {...session, picked: number === undefined || more.length > 0 ? undefined : number - 1};
}

/** The branch is taken; where it is not clear which, the field stays open. */
function taken(session: Session, closed: Session, text: string): Session {
	const asked = takeCalled(session.run, text);
	return asked.type === 'choose' ? take(closed, asked.number) : session;
}

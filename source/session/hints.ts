/** What the footer says about keys. */
import {numbersTo} from '../numbers.js';
import {choices} from '../run/choices.js';
import {movesToken, type PanelName} from './action.js';
import type {Binding, Group, Moment} from './binding.js';

import {firstKey, keyFor, keyName} from './key-names.js';
import {isNote} from './notes.js';
import {hasRoom, layerOf, yesTo} from './panels.js';
import {followsAnew} from './routes.js';
import type {Session} from './session.js';

/** Keys and what they do, in words. */
interface Hint {
	readonly keys: string;
	readonly word: string;
}

/** What ends a text. */
const endings: readonly Hint[] = [
	{keys: 'Enter', word: 'keep'},
	{keys: 'Esc', word: 'drop'},
	{keys: 'Ctrl-U', word: 'clear'},
];

/** What Enter does in a field. */
const entering: Partial<Record<PanelName, string>> = {
	palette: 'do',
	search: 'keep',
	branch: 'take',
};

/** What a drill is about comes before what helps to look at it: a low screen has room for the first few. */
const order: readonly Group[] = ['walk', 'drill', 'look', 'find', 'program'];

/** The hints for now, those that matter most first; where an outcome is asked for, what outcomes there are. */
export function hintsOf(session: Session): readonly Hint[] {
	const {panel} = session;
	const layer = layerOf(panel?.name);
	if (layer === 'question') return answersTo(session);
	if (panel?.name === 'expect')
		return [
			...endings.slice(0, 2),
			{keys: keyFor(session, 'next'), word: 'next of'},
			...session.outlook.reached().map(keys => ({keys, word: ''})),
		];
	if (panel && isNote(panel.name)) return endings;
	if (panel?.name === 'export') return [{keys: 'Enter', word: 'write'}, ...endings.slice(1)];
	const moment: Moment = layer ?? session.run.state;
	const isPaused = session.drill.pausedAt !== undefined;
	const hints = session.bindings
		.filter(({hint, intent}) => hint?.when.includes(moment) && canOpen(session, intent))
		.filter(({intent}) => !isPaused || !moves(intent))
		.toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group))
		.flatMap(binding => hintsFor(session, binding));
	const goingOn = isPaused ? [{keys: keyFor(session, 'pause'), word: 'go on'}] : [];
	// What stands beside the run, which goes on, is closed all the same.
	if (panel && layer === undefined) return [...goingOn, ...hintsNamed(session, 'close'), ...hints];
	if (isPaused && (layer === undefined || layer === 'routes')) return [...goingOn, ...hints];
	if (panel?.name === 'routes')
		return [
			{keys: keyFor(session, 'step'), word: followsAnew(session) ? 'restart on it' : 'follow'},
			...hints,
		];
	const word = panel && entering[panel.name];
	return word === undefined ? hints : [{keys: 'Enter', word}, ...hints];
}

function answersTo(session: Session): readonly Hint[] {
	const question = session.panel?.name;
	const yes = yesTo(question).map(key => keyName(key, session.characters));
	return [
		{keys: yes.join(' '), word: 'yes'},
		{keys: 'n Esc', word: 'no'},
		...(question === 'resume' ? hintsNamed(session, 'quit') : []),
	];
}

/** Whether `intent` opens nothing that this window has no room for, or that a blind drill hides. */
function canOpen({size, drill}: Session, intent: Binding['intent']): boolean {
	if (typeof intent === 'function' || intent.type !== 'open') return true;
	return hasRoom(intent.panel, size) && !(drill.blind && intent.panel === 'routes');
}

/** Whether `intent` moves a token; what a key makes of itself is a branch. */
function moves(intent: Binding['intent']): boolean {
	return typeof intent === 'function' || movesToken(intent);
}

function hintsNamed(session: Session, wanted: string): readonly Hint[] {
	return session.bindings.filter(({name}) => name === wanted).flatMap(one => hintsFor(session, one));
}

/** The digits that take a branch here. */
function digitsFor({run}: Session): string {
	return numbersTo(Math.min(9, choices(run).length));
}

/** What takes the branches that no digit does. */
function beyondDigits(session: Session): readonly Hint[] {
	const key = firstKey(session, 'choose-by-name');
	return key !== undefined && choices(session.run).length > 9 ? [{keys: key, word: 'others'}] : [];
}

/** The hint of a binding, by the keys in force; none where a keymap leaves it no key. */
function hintsFor(session: Session, {name, hint}: Binding): readonly Hint[] {
	const keys = (hint?.of ?? [name]).flatMap(one => firstKey(session, one) ?? []);
	if (!hint || keys.length === 0) return [];
	if (name === 'choose') return [{keys: digitsFor(session), word: hint.word}, ...beyondDigits(session)];
	return [{keys: keys.join(keys.every(key => key.length === 1) ? '' : ' '), word: hint.word}];
}

/** A branch by its words: what a person typed, held against what the branches are called. */
import {numbersTo} from '../numbers.js';
import {choices} from '../run/choices.js';
import type {Run} from '../run/run.js';
import {harmless} from '../text.js';
import type {Action} from './action.js';

/**
 * The numbers of the branches that `text` can mean. Digits are the number of a branch, as the screen shows it; else
 * a branch by its whole name, else every one whose name begins so. Capital letters make no difference.
 */
export function branchesCalled(run: Run, text: string): readonly number[] {
	const names = choices(run).map(({label}) => plainly(label));
	const said = plainly(text);
	if (said === '') return [];
	const number = numberIn(said);
	if (number !== undefined && number > 0 && number <= names.length) return [number];
	const whole = numbersOf(names, name => name === said);
	if (whole.length > 0 || number !== undefined) return whole;
	return numbersOf(names, name => name.startsWith(said) || lettersOf(name).startsWith(said));
}

/** Whether `text` is the whole name of a branch. */
export function isBranch(run: Run, text: string): boolean {
	return choices(run).some(({label}) => plainly(label) === plainly(text));
}

/** Takes the one branch that `text` can mean; where there are none or several, a word that says so. */
export function takeCalled(run: Run, text: string): Extract<Action, {readonly type: 'choose' | 'tell'}> {
	const names = choices(run).map(({label}) => harmless(label));
	const [number = numberIn(text), ...more] = branchesCalled(run, text);
	if (number !== undefined && more.length === 0) return {type: 'choose', number};
	const shown = harmless(text.trim());
	const all = [number, ...more].map(one => `${one} ${names[(one ?? 0) - 1]}`).join(' or ');
	return {
		type: 'tell',
		text:
			number === undefined
				? `no branch is called ${shown || 'that'}: choose ${numbersTo(names.length)}`
				: `${shown} can be ${all}`,
		urgent: true,
	};
}

function numberIn(text: string): number | undefined {
	return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

function numbersOf(names: readonly string[], holds: (name: string) => boolean): number[] {
	return names.flatMap((name, index) => (holds(name) ? [index + 1] : []));
}

/** As it is compared: what is shown, in small letters, single blanks. */
function plainly(text: string): string {
	return harmless(text).normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/** Without the signs before the first letter or digit, as in `✓ yes`. */
function lettersOf(name: string): string {
	return name.replace(/^[^\p{L}\p{N}]+/u, '');
}

/** A branch by its words: what a person typed, held against what the branches are called. */
import {foldings, isCalled} from '../canvas/typed.js';
import {numbersTo} from '../numbers.js';
import {choices} from '../run/choices.js';
import type {Run} from '../run/run.js';
import {harmless} from '../text.js';
import type {Action} from './action.js';

/**
 * The numbers of the branches that `text` can mean. Digits are the number of a branch, as the screen shows it; else
 * a branch by its whole name, else every one whose name begins so, both as they are shown.
 */
export function branchesCalled(run: Run, text: string): readonly number[] {
	const all = choices(run);
	const number = numberIn(text);
	if (text.trim() === '') return [];
	if (number !== undefined && number > 0 && number <= all.length) return [number];
	const numbersOf = (holds: (name: string, said: string) => boolean) =>
		foldings
			.map(fold => all.flatMap(({label}, index) => (holds(fold(label), fold(text)) ? [index + 1] : [])))
			.find(found => found.length > 0) ?? [];
	const whole = numbersOf((name, said) => name === said);
	if (whole.length > 0 || number !== undefined) return whole;
	return numbersOf((name, said) => name.startsWith(said) || lettersOf(name).startsWith(said));
}

/** Whether `text` is the whole name of a branch. */
export function isBranch(run: Run, text: string): boolean {
	return choices(run).some(({label}) => isCalled(label, text));
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

/** Without the signs before the first letter or digit, as in `✓ yes`. */
function lettersOf(name: string): string {
	return name.replace(/^[^\p{L}\p{N}]+/u, '');
}

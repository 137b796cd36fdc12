/** Choices as a person names them. */
import {choices} from './choices.js';
import type {Choice, Run} from './run.js';

/**
 * The choices of `run` that `text` could mean: by edge or word, by label, by the id or label of where they lead, or by
 * number, in quotes or not. Several where that does not tell them apart. `isCalled` tells whether what is typed can be
 * what is shown; by itself, letters in either case are the same.
 */
export function choicesCalled(
	run: Run,
	text: string,
	isCalled: (shown: string, typed: string) => boolean = isAlike,
): readonly Choice[] {
	const all = choices(run);
	const same = (word = '') => isCalled(word, text);
	const target = ({node}: Choice) => (node === undefined ? undefined : run.diagram.node(node).label);
	const readings: readonly ((choice: Choice) => boolean)[] = [
		({id}) => id === text,
		({label}) => label === text,
		({label, id}) => same(label) || same(id),
		choice => same(choice.node) || same(target(choice)),
	];
	for (const means of readings) {
		const found = all.filter(means);
		if (found.length > 0) return found;
	}
	const [, bare] = /^"(.+)"$/s.exec(text) ?? [];
	if (bare !== undefined) return choicesCalled(run, bare, isCalled);
	return /^\d+$/.test(text) ? all.slice(Number(text) - 1, Number(text)) : [];
}

function isAlike(shown: string, typed: string): boolean {
	return shown.toLowerCase() === typed.toLowerCase();
}

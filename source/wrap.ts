/** Text in lines: where a line may end, in scripts with blanks and in those without. */
import {type Cluster, clusters, simpleWidth, width} from './text.js';

/**
 * `text` in lines of at most `columns`, broken at blanks, between characters of scripts without blanks, and
 * inside a word only where the word alone is wider: behind a hyphen or the like if it has one. The lines hold every character but blanks; only a
 * single cluster that is wider than `columns` makes a wider line.
 */
export function wrap(text: string, columns: number): string[] {
	const lines: string[] = [];
	let line = '';
	let used = 0;
	const end = () => {
		lines.push(line);
		line = '';
		used = 0;
	};
	for (const {text: piece, width: wide, blank} of pieces(text, columns)) {
		const gap = blank && used > 0 ? 1 : 0;
		if (used > 0 && used + gap + wide > columns) end();
		if (gap > 0 && used > 0) line += ' ';
		line += piece;
		used += (used > 0 ? gap : 0) + wide;
	}
	if (line !== '' || lines.length === 0) end();
	return lines;
}

/** A part of a text that stays on one line, and whether a blank stands before it. */
interface Piece extends Cluster {
	readonly blank: boolean;
}

/** What may not begin a line: closing brackets and stops of scripts without blanks. */
const closing = /^[、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】]/u;

/** Behind signs that join words: there a word that is wider than a line is broken first. */
const joint = /(?=[^-/_.])(?<=[^-/_.][-/_.]+)/u;

function* pieces(text: string, columns: number): Generator<Piece> {
	for (const word of text.split(' ').filter(Boolean)) {
		const own = width(word);
		if (own <= columns && isNarrow(word)) {
			yield {text: word, width: own, blank: true};
			continue;
		}
		let blank = true;
		const parts = own > columns ? word.split(joint) : [word];
		for (const piece of parts.flatMap(part => breakable(part, columns))) {
			yield {...piece, blank};
			blank = false;
		}
	}
}

/** Whether every character of a word is a cluster of its own and one column wide, so that it breaks nowhere. */
function isNarrow(word: string): boolean {
	return simpleWidth(word) === word.length;
}

/** A word in the parts between which a line may end: wide characters, and what is wider than a line. */
function breakable(word: string, columns: number): Cluster[] {
	const result: Cluster[] = [];
	const list = clusters(word);
	const whole =
		list.reduce((sum, cluster) => sum + cluster.width, 0) > columns &&
		list.every(cluster => cluster.width < 2);
	for (const [index, cluster] of list.entries()) {
		const last = result.at(-1);
		const before = list[index - 1];
		const parts = whole || before === undefined || cluster.width > 1 || before.width > 1;
		const tight = closing.test(cluster.text) && (last?.width ?? 0) + cluster.width <= columns;
		const full = last !== undefined && last.width + cluster.width > columns;
		if (last && !full && (tight || !parts))
			result[result.length - 1] = {text: last.text + cluster.text, width: last.width + cluster.width};
		else result.push(cluster);
	}
	return result;
}

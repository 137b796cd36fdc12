/** Text in lines: where a line may end, in scripts with blanks and in those without. */
import {once} from './once.js';
import {type Cluster, clusters, simpleWidth, width} from './text.js';

/**
 * `text` in lines of at most `columns`, broken at blanks, between words of scripts without blanks, and inside a word only
 * where the word alone is wider: behind a hyphen or the like if it has one. No line begins with what closes or goes on, none
 * ends with what opens, where there is another place. The lines hold every character but blanks; only a single cluster that
 * is wider than `columns` makes a wider line.
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
	const add = (piece: string, wide: number, gap: number) => {
		if (used > 0 && used + gap + wide > columns) end();
		if (used > 0) {
			line += gap > 0 ? ` ${piece}` : piece;
			used += gap + wide;
		} else {
			line += piece;
			used = wide;
		}
	};
	const isOneLine = width(text) <= columns;
	for (const word of wordsOf(text, columns)) {
		// Nearly all words are of characters as wide as long: there is nothing to look for in them.
		const isSimple = simpleWidth(word) === word.length && word.length <= columns;
		if (isOneLine || isSimple) add(word, width(word), 1);
		else
			piecesOf(word, columns).forEach((piece, index) => {
				add(piece.text, piece.width, index === 0 ? 1 : 0);
			});
	}
	if (line !== '' || lines.length === 0) end();
	return lines;
}

/** Columns of the widest part of `text` that is broken only where it alone is wider than a line. */
export function widestWord(text: string): number {
	let most = 0;
	for (const word of text.split(' ')) for (const part of partsOf(word)) most = Math.max(most, part.width);
	return most;
}

/** What begins no line: small kana, marks that lengthen or repeat, what closes (JIS X 4051; classes CL, CP, EX, IS, NS of UAX #14). */
const goesOn =
	/^[ ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯーｰ゛゜ﾞﾟ々〻ゝゞヽヾ〜・･…‥、。，．：；？！､｡’”）〕］｝〉》」』】〗〙〛｣％?!,.:;)\]}%/_-]/u;

/** What ends no line (OP). */
const opens = /[‘“（〔［｛〈《「『【〖〘〚｢([{]$/u;

/** Behind signs that join words: there a word that is wider than a line is broken first. */
const joint = /(?=[^-/_.])(?<=[^-/_.][-/_.]+)/u;

/** What closes a sentence behind a blank, as French has it. */
const apart = /^[?!:;»]+$/;

/** The words of `text`, each with what closes it, as far as both fit into a line. */
function wordsOf(text: string, columns: number): string[] {
	const words: string[] = [];
	for (const word of text.split(' ').filter(Boolean)) {
		const closed = apart.test(word) && words.length > 0 ? `${words.at(-1)} ${word}` : '';
		if (closed !== '' && width(closed) <= columns) words[words.length - 1] = closed;
		else words.push(word);
	}
	return words;
}

/** A word in parts that each stay on one line. */
function piecesOf(word: string, columns: number): Cluster[] {
	return unitsOf(word, columns).flatMap(unit =>
		unit.width <= columns ? [unit] : [...broken(unit.text, columns)],
	);
}

/** A word in the parts between which a line may end before it must: of a script without blanks its words, with what goes with them. */
function unitsOf(word: string, columns: number): Cluster[] {
	const units: Cluster[] = [];
	for (const part of partsOf(word)) {
		const last = units.at(-1);
		const goesAlong = last && ending.test(part.text) && !ending.test(last.text.slice(-1));
		if (last && goesAlong && last.width + part.width <= columns)
			units[units.length - 1] = joined([last, part]);
		else units.push(part);
	}
	return units;
}

/** Of Japanese words, the ending and the particle behind a word: in hiragana. */
const ending = /^[ぁ-ゖ]/;

/** A word in the words of a script without blanks; what is written in another stays whole. */
function partsOf(word: string): Cluster[] {
	// Every character is a cluster of its own, and one column wide.
	if (simpleWidth(word) === word.length) return [{text: word, width: word.length}];
	const list = clusters(word);
	if (list.every(cluster => cluster.width < 2)) return [joined(list)];
	const starts = startsOf(word);
	const parts: Cluster[][] = [];
	let offset = 0;
	let before: Cluster | undefined;
	for (const cluster of list) {
		const isWide = cluster.width > 1 || (before !== undefined && before.width > 1);
		if (before && !(isWide && starts.has(offset) && isEnd(before, cluster))) parts.at(-1)?.push(cluster);
		else parts.push([cluster]);
		offset += cluster.text.length;
		before = cluster;
	}
	return parts.map(joined);
}

function joined(list: readonly Cluster[]): Cluster {
	const text = list.map(cluster => cluster.text).join('');
	return {text, width: list.reduce((sum, cluster) => sum + cluster.width, 0)};
}

/** Whether a line may end behind `before`, and the next begin with `after`. */
function isEnd(before: Cluster, after: Cluster): boolean {
	return !goesOn.test(after.text) && !opens.test(before.text);
}

/** For texts without blanks: it reads dictionaries. */
const segmenter = once(() => new Intl.Segmenter('ja', {granularity: 'word'}));

/** Characters that are segmented at once: the time that Intl.Segmenter takes grows with the square of them. */
const stretch = 500;

/** Where words begin in a text of a script without blanks, as Unicode and its dictionaries have it. */
function startsOf(text: string): Set<number> {
	const starts = new Set<number>();
	for (let from = 0; from < text.length; from += stretch)
		for (const {index} of segmenter().segment(text.slice(from, from + stretch))) starts.add(from + index);
	return starts;
}

/** A word that is wider than `columns` in parts that are not. */
function* broken(word: string, columns: number): Generator<Cluster> {
	for (const part of word.split(joint)) {
		const list = clusters(part);
		for (let start = 0; start < list.length; ) {
			const end = endOf(list, start, columns);
			yield joined(list.slice(start, end));
			start = end;
		}
	}
}

/** Where the line ends that begins with cluster `start`: behind the last one that fits, or before it where that is no end. */
function endOf(list: readonly Cluster[], start: number, columns: number): number {
	let full = start;
	for (let used = 0; full < list.length; full++) {
		used += list[full]?.width ?? 0;
		if (used > columns && full > start) break;
	}
	for (let end = full; end > start; end--) {
		const [before, after] = [list[end - 1], list[end]];
		if (!before || !after || isEnd(before, after)) return end;
	}
	return full;
}

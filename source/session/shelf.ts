/** The diagrams to choose from, where none was named. */
import type {Size} from './arrange.js';

/** A diagram that may be chosen. */
export interface Book {
	/** What is opened. */
	readonly path: string;
	/** As it is shown. */
	readonly name: string;
	readonly from: 'samples' | 'folder';
}

/** What the screen of the choice shows. */
export interface Shelf {
	readonly books: readonly Book[];
	/** The one under the cursor. */
	readonly at: number;
	readonly size: Size;
	/** What was decided: a path, or to leave with an exit code. */
	readonly decided: {readonly path: string} | {readonly exit: number} | undefined;
}

export type ShelfAction =
	| {readonly type: 'key'; readonly key: string}
	| {readonly type: 'resize'; readonly size: Size};

const moves = new Map([
	['down', 1],
	['j', 1],
	['tab', 1],
	['up', -1],
	['k', -1],
	['shift+tab', -1],
	['pagedown', 10],
	['pageup', -10],
	['home', Number.NEGATIVE_INFINITY],
	['end', Number.POSITIVE_INFINITY],
]);

/** The shelf after a key: arrows move, Enter and digits open, `q` and Esc leave. */
export function browse(shelf: Shelf, action: ShelfAction): Shelf {
	if (action.type === 'resize') return {...shelf, size: action.size};
	const {books, at} = shelf;
	const {key} = action;
	const by = moves.get(key);
	if (by !== undefined) return {...shelf, at: Math.max(0, Math.min(books.length - 1, at + by))};
	if (key === 'q' || key === 'escape') return {...shelf, decided: {exit: 0}};
	if (key === 'ctrl+c') return {...shelf, decided: {exit: 130}};
	const book = /^[1-9]$/.test(key)
		? books[Number(key) - 1]
		: ['enter', 'right', 'space'].includes(key)
			? books[at]
			: undefined;
	return book ? {...shelf, decided: {path: book.path}} : shelf;
}

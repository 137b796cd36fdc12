/** Rows of text that never outgrow their place. */
import {Box, Text} from 'ink';
import {createContext, type ReactNode, useContext} from 'react';
import {keptApart} from '../bidi.js';
import type {CharacterSet} from '../canvas/canvas.js';
import type {Part} from '../terminal/frame.js';
import {cut, width} from '../text.js';
import {wrap} from '../wrap.js';
import {shown} from './signs.js';
import {type Look, type Theme, themeOf} from './theme.js';

/** Text with a look, or plain. */
export type Piece = string | readonly [look: Look, text: string];
/** A line of the screen in pieces. */
export type Row = readonly Piece[];

/** How everything is shown. */
export interface Style {
	readonly theme: Theme;
	readonly characters: CharacterSet;
}

/** How every part of the screen is shown, wherever it stands. */
export const StyleContext = createContext<Style>({theme: themeOf('none', 1), characters: 'unicode'});

/** One row, cut at `columns`; what stands in `right` comes first where room is short, and stands at the right end. */
export function Line({
	row,
	right = [],
	columns,
}: {
	readonly row: Row;
	readonly right?: Row;
	readonly columns: number;
}): ReactNode {
	const style = useContext(StyleContext);
	const end = fitted(right, columns, style.characters);
	const room = columns - widthOf(end) - (end.length > 0 ? 1 : 0);
	const start = fitted(row, Math.max(0, room), style.characters);
	const gap = end.length > 0 ? ' '.repeat(Math.max(0, columns - widthOf(start) - widthOf(end))) : '';
	// An empty text would take no row at all.
	return <Text wrap="truncate">{painted([...start, gap, ...end], style) || ' '}</Text>;
}

/** `row` from column `x`, cut at `columns`, for the frame sink. */
export function partOf(row: Row, x: number, columns: number, style: Style): Part {
	const short = fitted(row, columns, style.characters);
	return {x, text: keptApart(painted(short, style)), width: widthOf(short)};
}

function painted(row: Row, {theme}: Style): string {
	return row.map(piece => (typeof piece === 'string' ? piece : theme.paint(...piece))).join('');
}

/** A block of exactly `columns` by `rows`; what does not fit is left out. */
export function Rows({
	list,
	columns,
	rows,
}: {
	readonly list: readonly Row[];
	readonly columns: number;
	readonly rows: number;
}): ReactNode {
	return (
		<Box flexDirection="column" width={columns} height={rows} flexShrink={0}>
			{list.slice(0, rows).map((row, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
				<Line key={index} row={row} columns={columns} />
			))}
		</Box>
	);
}

/** Columns that `row` takes. */
export function widthOf(row: Row): number {
	return row.reduce((sum, piece) => sum + width(typeof piece === 'string' ? piece : piece[1]), 0);
}

function fitted(row: Row, columns: number, characters: CharacterSet): Row {
	const result: Piece[] = [];
	let room = columns;
	for (const piece of row) {
		const text = shown(typeof piece === 'string' ? piece : piece[1], characters);
		const short = cut(text, room, shown('…', characters));
		if (short !== '') result.push(typeof piece === 'string' ? short : [piece[0], short]);
		room -= width(short);
		if (short !== text) break;
	}
	return result;
}

/** `row`, cut so that `end` stands behind it in `columns`. */
export function ending(row: Row, end: Row, columns: number): Row {
	return [...fitted(row, Math.max(0, columns - widthOf(end)), 'unicode'), ...end];
}

/** `key text` in rows of at most `columns`, the further ones under it. */
export function hanging(look: Look, key: string, text: string, columns: number): Row[] {
	const [first = '', ...others] = wrap(`${key} ${text}`, columns - 4);
	return [['  ', [look, key], first.slice(key.length)], ...others.map((line): Row => ['    ', line])];
}

/** A heading with a rule up to the end. */
export function ruled(heading: Row, columns: number): Row {
	const rest = columns - widthOf(heading) - 4;
	return [['dim', '── '], ...heading, ['dim', ` ${'─'.repeat(Math.max(0, rest))}`]];
}

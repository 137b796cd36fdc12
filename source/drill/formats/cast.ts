/** A drill as an asciicast (version 2), to be played in a terminal or on a page, with a marker at each decision. */

import {keptApart} from '../../bidi.js';
import type {CharacterSet} from '../../canvas/canvas.js';
import {spelled} from '../../canvas/signs.js';
import {cut, harmless} from '../../text.js';
import {wrap} from '../../wrap.js';
import type {Account} from '../account.js';
import {clock} from '../clock.js';
import {type Happening, wayOf} from '../timeline.js';

/** Of the terminal that the cast is made for. */
export interface CastSize {
	readonly columns: number;
	readonly rows: number;
}

/** Longer waits are shortened to this when it is played. Seconds. */
const longestWait = 3;
/** What happened at once is shown one after the other, each for so long. Seconds. */
const shortestWait = 0.8;
/** Rows of what happened, under the drawing, the newest last. */
const logRows = 3;
/** Rows that are not the drawing's: a rule, the log, and one for the prompt that comes after the film. */
const otherRows = logRows + 2;

/** Rows that there are for the drawing. */
export function drawingRows({rows}: CastSize): number {
	return Math.max(1, rows - otherRows);
}

/**
 * The recording; a line of JSON each for the head and every event, with its newline, made one after the other: of a long
 * drill they are more than should be held at once. `drawings` are the diagram as it stood at each happening of the
 * account: {@link drawingRows} rows, SGR colours and nothing else of a terminal's language.
 */
export function* castOf(
	account: Account,
	drawings: Iterable<readonly string[]>,
	{columns, rows}: CastSize,
	characters: CharacterSet,
): Generator<string, void> {
	const head = {
		version: 2,
		width: columns,
		height: rows,
		timestamp: Math.floor(Date.parse(account.began) / 1000) || 0,
		idle_time_limit: longestWait,
		title: harmless(`Drill of ${account.file.name}, ${account.began.slice(0, 10)}`),
	};
	yield lineOf(head);
	const {timeline} = account;
	const rule = spelled('─', characters).repeat(columns);
	let [time, index] = [0, 0];
	let shown: readonly string[] = [];
	for (const drawing of drawings) {
		const happening = timeline[index];
		if (!happening) break;
		time = Math.max(Math.round(happening.at) / 1000, index === 0 ? 0 : seconds(time + shortestWait));
		const log = logOf(timeline.slice(Math.max(0, index + 1 - logRows), index + 1), columns);
		const screen = [...drawing, rule, ...log.map(line => keptApart(spelled(line, characters)))];
		yield lineOf([time, 'o', (index === 0 ? '\x1b[?25l\x1b[2J' : '') + changed(shown, screen)]);
		if (happening.type === 'decide') yield lineOf([time, 'm', spelled(harmless(happening.text), characters)]);
		shown = screen;
		index += 1;
	}
	// The end stays in sight for as long as any other moment.
	yield lineOf([seconds(time + longestWait), 'o', `\x1b[?25h\x1b[${rows};1H`]);
}

function lineOf(value: unknown): string {
	return `${JSON.stringify(value)}\n`;
}

/** What makes one screen of another: the rows that differ. Each is cleared first: behind a full one the last column would go too. */
function changed(before: readonly string[], after: readonly string[]): string {
	return after.map((line, y) => (line === before[y] ? '' : `\x1b[${y + 1};1H\x1b[K${line}`)).join('');
}

/** The last of what happened: the newest whole and standing out, before it what there are rows for. */
function logOf(last: readonly Happening[], columns: number): string[] {
	const log: string[] = [];
	for (const one of last.toReversed()) {
		const left = logRows - log.length;
		const rows = left > 0 ? folded(one, columns, left) : [];
		log.unshift(...(left === logRows ? rows.map(row => `\x1b[1m${row}\x1b[0m`) : rows));
	}
	return [...Array<string>(logRows - log.length).fill(''), ...log];
}

/** A happening in one to `most` rows; an ellipsis stands for what has no place in them. */
function folded(happening: Happening, columns: number, most: number): string[] {
	const {at, by, why} = happening;
	const text = wayOf(happening).join(' → ');
	const time = `T+${clock(at)}  `;
	const room = Math.max(1, columns - time.length);
	const lines = wrap(harmless(`${text}${why && ` — ${why}`}${by && ` (${by})`}`), room);
	const rows = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]}…`] : lines;
	return rows.map((row, index) => cut((index === 0 ? time : ' '.repeat(time.length)) + row, columns));
}

function seconds(time: number): number {
	return Math.round(time * 1000) / 1000;
}

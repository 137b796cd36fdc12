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
 * The recording; a line of JSON each for the head and every event. `drawings` are the diagram as it stood at each
 * happening of the account: {@link drawingRows} rows, SGR colours and nothing else of a terminal's language. Ends in
 * a newline.
 */
export function castOf(
	account: Account,
	drawings: readonly (readonly string[])[],
	{columns, rows}: CastSize,
	characters: CharacterSet,
): string {
	const head = {
		version: 2,
		width: columns,
		height: rows,
		timestamp: Math.floor(Date.parse(account.began) / 1000) || 0,
		idle_time_limit: longestWait,
		title: harmless(`Drill of ${account.file.name}, ${account.began.slice(0, 10)}`),
	};
	const {timeline} = account;
	let time = 0;
	const events = timeline.flatMap((happening, index) => {
		time = Math.max(Math.round(happening.at) / 1000, index === 0 ? 0 : seconds(time + shortestWait));
		const lines = [
			...(drawings[index] ?? []),
			spelled('─', characters).repeat(columns),
			...logOf(timeline.slice(0, index + 1), columns).map(line => keptApart(spelled(line, characters))),
		];
		// Every line clears what was there before, first: behind a full one the last column would go too.
		const screen = lines.map(line => `\x1b[K${line}`).join('\r\n');
		const frame = [time, 'o', `${index === 0 ? '\x1b[?25l\x1b[2J' : ''}\x1b[H${screen}\x1b[J`];
		return happening.type === 'decide'
			? [frame, [time, 'm', spelled(harmless(happening.text), characters)]]
			: [frame];
	});
	// The end stays in sight for as long as any other moment.
	const end = [seconds(time + longestWait), 'o', '\x1b[?25h\r\n'];
	return [head, ...events, end].map(line => `${JSON.stringify(line)}\n`).join('');
}

/** The last of what happened: the newest whole and standing out, before it what there are rows for. */
function logOf(timeline: readonly Happening[], columns: number): string[] {
	const log: string[] = [];
	for (const one of timeline.slice(-logRows).reverse()) {
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

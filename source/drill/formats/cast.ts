/** A drill as an asciicast (version 2), to be played in a terminal or on a page, with a marker at each decision. */
import type {CharacterSet} from '../../canvas/canvas.js';
import {spelled} from '../../canvas/signs.js';
import {cut, harmless} from '../../text.js';
import type {Account} from '../account.js';
import {clock} from '../clock.js';
import type {Happening} from '../timeline.js';

/** Of the terminal that the cast is made for. */
export interface CastSize {
	readonly columns: number;
	readonly rows: number;
}

/** Longer waits are shortened to this when it is played. Seconds. */
const longestWait = 3;
/** What happened at once is shown one after the other, each for so long. Seconds. */
const shortestWait = 0.8;
/** Lines of what happened, under the drawing, the newest last. */
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
		const log = Array.from({length: logRows}, (_, row) => timeline[index + 1 + row - logRows]);
		const lines = [
			...(drawings[index] ?? []),
			spelled('─', characters).repeat(columns),
			...log.map(one => (one ? spelled(logLine(one, columns), characters) : '')),
		];
		// The newest stands out; every line clears what was there before.
		const last = lines.length - 1;
		const screen = lines
			.map((line, y) => `${y === last ? `\x1b[1m${line}\x1b[0m` : line}\x1b[K`)
			.join('\r\n');
		const frame = [time, 'o', `${index === 0 ? '\x1b[?25l\x1b[2J' : ''}\x1b[H${screen}\x1b[J`];
		return happening.type === 'decide'
			? [frame, [time, 'm', spelled(harmless(happening.text), characters)]]
			: [frame];
	});
	// The end stays in sight for as long as any other moment.
	const end = [seconds(time + longestWait), 'o', '\x1b[?25h\r\n'];
	return [head, ...events, end].map(line => `${JSON.stringify(line)}\n`).join('');
}

function logLine({at, text, by, why}: Happening, columns: number): string {
	const who = by && ` (${by})`;
	return cut(harmless(`T+${clock(at)}  ${text}${why && ` — ${why}`}${who}`), columns);
}

function seconds(time: number): number {
	return Math.round(time * 1000) / 1000;
}

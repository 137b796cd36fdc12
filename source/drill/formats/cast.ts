/** A drill as an asciicast (version 2), to be played in a terminal or on a page, with a marker at each decision. */
import {harmless, width} from '../../text.js';
import type {Account} from '../account.js';
import {clock} from '../logbook.js';

/** One state of the drill as it is shown. */
export interface CastFrame {
	/** Milliseconds of the drill. */
	readonly at: number;
	/** The drawing, lines divided by `\n`; SGR colours and nothing else of a terminal's language. */
	readonly drawing: string;
	/** What happened, under the drawing. */
	readonly caption: string;
	/** A word for the player's timeline, where this is worth coming back to. */
	readonly marker?: string;
}

/** Longer waits are shortened to this when it is played. Seconds. */
const longestWait = 3;

/** The recording; a line of JSON each for the head and every event. Ends in a newline. */
export function castOf(account: Account, frames: readonly CastFrame[]): string {
	const lines = frames[0]?.drawing.split('\n') ?? [];
	const head = {
		version: 2,
		width: Math.max(80, ...lines.map(line => width(plainText(line)))),
		height: lines.length + 3,
		timestamp: Math.floor(Date.parse(account.began) / 1000) || 0,
		idle_time_limit: longestWait,
		title: harmless(`Drill of ${account.file.name}, ${account.began.slice(0, 10)}`),
	};
	const events = frames.flatMap(({at, drawing, caption, marker}) => {
		const time = Math.round(at) / 1000;
		const screen = `\x1b[H\x1b[2J${drawing.replaceAll('\n', '\r\n')}\r\n\r\n${clock(at)}  ${harmless(caption)}`;
		return [[time, 'o', screen], ...(marker === undefined ? [] : [[time, 'm', harmless(marker)]])];
	});
	return [head, ...events].map(line => `${JSON.stringify(line)}\n`).join('');
}

function plainText(line: string): string {
	return line.replaceAll(/\x1b\[[\d;]*m/g, '');
}

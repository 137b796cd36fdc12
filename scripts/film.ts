/**
 * The film of the readme: the program walks a drill in a pseudo-terminal, the keys are pressed for real, and every
 * screen becomes a frame of an animated SVG.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {type Look, Screen} from '../test/helpers/terminal.js';
import {filmSvg} from './film-svg.js';

/** A key as it is sent and as the caption calls it, and what the screen shows then. */
const story: readonly (readonly [bytes: string, key: string, shows: string])[] = [
	['', '', 'step 1 '],
	['\x1b[C', '→', 'step 2 '],
	['\x1b[C', '→', 'step 3 '],
	['.', '.', 'CHOOSE · Current active?'],
	['1', '1', 'step 6 '],
	['.', '.', 'CHOOSE · Tests passed?'],
	['w', 'w', 'Esc drop'],
	['all 212', '', 'all 212'],
	[' checks', '', 'all 212 checks'],
	[' green', '', 'all 212 checks green'],
	['\r', 'Enter', 'the reason is noted'],
	['1', '1', 'step 9 '],
	['.', '.', 'CHOOSE · Stable?'],
	['\x1b[B', '↓', '► 1 Yes'],
	['\x1b[B', '↓', '► 2 No'],
	['\r', 'Enter', 'step 15 '],
	['.', '.', 'END · ROLLBACK'],
];

export const size = {columns: 112, rows: 32};

export interface Frame {
	/** Milliseconds from the first frame. */
	readonly at: number;
	/** The key that led here, as a person calls it; empty in the middle of typing. */
	readonly key: string;
	readonly rows: readonly (readonly Look[])[];
}

/** The frames of a drill walked just now, with `pause` milliseconds before each key. */
export async function film(pause: number): Promise<Frame[]> {
	const home = mkdtempSync(join(tmpdir(), 'flowzap-film-'));
	const words = [
		'blue-green.fz',
		'--people',
		'Ana=BlueGreen,Ben=LoadBalancer',
		'--as',
		'Cleo',
		'--expect',
		'success',
		'--theme',
		'dark',
	];
	// The picture has the sixteen colours, light or dark as its page is.
	const screen = new Screen(words, {...size, cwd: resolve('samples'), env: {HOME: home, TERM: 'xterm'}});
	const frames: Frame[] = [];
	try {
		let began = 0;
		for (const [bytes, key, shows] of story) {
			screen.press(bytes);
			await screen.shows(shows);
			began ||= performance.now();
			frames.push({at: performance.now() - began, key, rows: look(screen)});
			await new Promise(done => setTimeout(done, key === '' && bytes !== '' ? pause / 3 : pause));
		}
		screen.press('q');
		await screen.ends();
	} finally {
		screen.stop();
		rmSync(home, {recursive: true});
	}
	return frames;
}

function look(screen: Screen): Look[][] {
	return Array.from({length: size.rows}, (_, y) =>
		Array.from({length: size.columns}, (_, x) => screen.look(x, y)),
	);
}

const title = 'A drill of the blue-green deployment in the terminal, to a rollback';

/** Milliseconds a person takes to look before the next key. */
const reading = 1800;

if (process.argv[1] === fileURLToPath(import.meta.url))
	writeFileSync('docs/drill.svg', filmSvg(await film(reading), title));

/** Whatever is typed, and however the window changes: the program draws inside of it, and ends in order. */
import {copyFileSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {randomFrom} from '../../source/random.js';
import {standardKeys} from '../../source/session/keys.js';
import {folder} from '../helpers/folder.js';
import {bytesOf} from '../helpers/key-bytes.js';
import {Screen} from '../helpers/terminal.js';

/** Keys that end the program or stop it, or open a list with such entries. */
const leaving = new Set(['q', 'ctrl+c', 'ctrl+z', ':', 'ctrl+p']);
const keys = standardKeys.flatMap(binding => binding.keys).filter(key => !leaving.has(key));
const sizes = [
	[80, 24],
	[120, 40],
	[60, 16],
	[200, 60],
	[40, 10],
	[30, 8],
] as const;
const burst = 50;

for (const [index, name] of ['blue-green', 'saga'].entries())
	test(`5,000 keys in ${name}, in windows of every size`, async t => {
		const cwd = folder(t);
		mkdirSync(path.join(cwd, 'work'));
		copyFileSync(`samples/${name}.fz`, path.join(cwd, 'work', 'a.fz'));
		const screen = new Screen(['a.fz'], {
			cwd: path.join(cwd, 'work'),
			env: {VISUAL: 'true'},
			command: [process.execPath, path.resolve('build/bundle/cli.js')],
		});
		t.teardown(() => screen.stop());
		const random = randomFrom(77 + index);
		const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
		let size: readonly [columns: number, rows: number] = [120, 40];
		await screen.shows('step 1');
		for (let typed = 0; typed < 5000; typed += burst) {
			const before = size;
			size = one(sizes.filter(([columns]) => columns !== before[0]));
			const begun = screen.output.length;
			screen.resize(...size);
			screen.press(...Array.from({length: burst}, () => bytesOf(one(keys))));
			// 9999 is the last row of whatever size, for another program.
			const lastRow = `\x1b[${size[1]};1H`;
			await screen.shows(({output}) => output.slice(begun).includes(lastRow));
			const rows = Array.from(screen.output.slice(begun).matchAll(/\x1b\[(\d{1,3});\d+H/g), ([, row]) =>
				Number(row),
			);
			t.true(Math.max(...rows) <= Math.max(size[1], before[1]), `${rows} in ${size}`);
		}
		screen.kill('SIGTERM');
		t.is(await screen.ends(), 143);
		t.deepEqual(screen.modes, {paste: false, wrap: true, mouse: 'none', cursor: true});
	});

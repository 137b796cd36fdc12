import test, {type ExecutionContext} from 'ava';
import {type Options, Screen} from '../helpers/terminal.js';

const blueGreen = 'samples/blue-green.fz';
const sizes = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
];

function open(t: ExecutionContext, options: Options = {}): Screen {
	const screen = new Screen([blueGreen], options);
	t.teardown(() => screen.stop());
	return screen;
}

for (const size of sizes) {
	test(`a walk to success at ${size.columns} by ${size.rows}`, async t => {
		const screen = open(t, size);
		await screen.shows('outcome: OPEN (success 2 · rollback 4)');
		t.regex(screen.rows[0] ?? '', /^ blue-green\.fz {3}step 1 {3}T\+00:0\d:\d\d/);
		t.regex(screen.text, /NEXT\s[\s\S]*→ Build new version/);
		t.true(/● +Start/.test(screen.text));
		screen.press('.');
		await screen.shows('CHOOSE · Current active?');
		t.regex(screen.text, /1 Blue +→ Deploy to Green/);
		t.regex(screen.text, /2 Green +→ Deploy to Blue/);
		screen.press('1', '.');
		await screen.shows('CHOOSE · Tests passed?');
		t.true(screen.text.includes('outcome: OPEN (success 1 · rollback 2)'));
		screen.press('1', '.', '1', '.');
		await screen.shows('outcome: SUCCESS');
		t.regex(screen.text, /END · SUCCESS/);
		t.regex(screen.text, /why: [\s\S]*“Success”/);
		t.true(/● +End/.test(screen.text));
		screen.press('q');
		t.is(await screen.ends(), 0);
	});

	test(`a walk to rollback and back at ${size.columns} by ${size.rows}`, async t => {
		const screen = open(t, size);
		await screen.shows('step 1 ');
		screen.press('\x1b[C'.repeat(4));
		await screen.shows('CHOOSE · Current active?');
		screen.press('\x1b[B\x1b[B\r');
		await screen.shows(/● *Deploy to Blue/);
		t.true(screen.text.includes('step 6 '));
		screen.press('  ', '2', '...');
		await screen.shows('outcome: ROLLBACK');
		t.regex(screen.text, /why: n13 “Rollback[\s\S]*deployment”/);
		t.true(screen.text.includes('step 11 '));
		screen.press('\x1b[D');
		await screen.shows('step 10 ');
		t.true(screen.text.includes('outcome: OPEN (rollback 1)'));
		screen.press('\x12');
		await screen.shows('outcome: ROLLBACK');
		screen.press('r');
		await screen.shows('outcome: OPEN (success 2 · rollback 4)');
		screen.press('u');
		await screen.shows('outcome: ROLLBACK');
		screen.press('q');
		t.is(await screen.ends(), 0);
	});
}

test('a key held down does not run through a decision', async t => {
	const screen = open(t);
	await screen.shows('step 1 ');
	screen.press('\r'.repeat(200));
	await screen.shows('choose 1–2');
	t.true(screen.text.includes('CHOOSE · Current active?'));
	t.true(screen.text.includes('step 5 '));
});

test('a burst of keys loses none, and is few frames', async t => {
	const screen = open(t);
	await screen.shows('step 1 ');
	const before = screen.chunks.length;
	// Twenty walks to a rollback and back to the beginning, in one write.
	screen.press(`${'.1.2.r'.repeat(20)}.1`);
	await screen.shows('step 6 ');
	t.true(/● *Deploy to Green/.test(screen.text));
	const frames = screen.chunks.slice(before).join('').split('\x1b[?2026h').length - 1;
	t.true(frames >= 1 && frames < 20, `${frames} frames`);
});

test('what was walked is heavy, and at the end in the colour of its outcome', async t => {
	const screen = open(t, {columns: 200, rows: 60});
	await screen.shows('step 1 ');
	screen.press('.');
	await screen.shows('CHOOSE · Current active?');
	const look = () => {
		const y = screen.rows.findIndex(row => row.includes('━━►'));
		return screen.look(screen.rows[y]?.indexOf('━━►') ?? -1, y);
	};
	const underway = look();
	t.true(underway.bold);
	screen.press('1.2.');
	await screen.shows('outcome: ROLLBACK');
	const ended = look();
	t.true(ended.bold);
	t.not(ended.colour, underway.colour);
});

test('the help shows the keys and closes', async t => {
	const screen = open(t);
	await screen.shows('step 1 ');
	screen.press('?');
	await screen.shows('LOOK AROUND');
	t.true(screen.text.includes('run on to the next decision'));
	screen.press('\x1b');
	await screen.shows('NEXT');
});

test('the view is moved, and brought back to the token', async t => {
	const screen = open(t, {columns: 80, rows: 24});
	await screen.shows(/● +Start/);
	screen.press('LLLJJJ');
	await screen.shows(({text}) => text.includes('Stable?') && !text.includes('● '));
	screen.press('c');
	await screen.shows(/● +Start/);
	t.pass();
});

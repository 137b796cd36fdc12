import test from 'ava';
import fc from 'fast-check';
import {keptApart, unmarked} from '../source/bidi.js';
import {paint} from '../source/canvas/paint.js';
import {read} from '../source/diagram/read.js';
import {layOut} from '../source/layout/layout.js';
import {width} from '../source/text.js';
import {carryOut} from './helpers/command.js';

const mark = '\u200e';
const shown = (text: string) => keptApart(text).replaceAll(mark, '^');

test('each label that is read from right to left is kept apart, with all its words', t => {
	t.is(shown('n2 فحص → n3 نجح؟ —نعم→ n4 نشر'), 'n2 ^فحص^ → n3 ^نجح؟^ —^نعم^→ n4 ^نشر^');
	t.is(shown('3  خطوة 5 من 7  n3  (نهاية 1)'), '3  ^خطوة 5 من^ 7  n3  (^نهاية^ 1)');
	t.is(shown('می\u200cخواهم وارد شوم, شروع'), '^می\u200cخواهم وارد شوم^, ^شروع^');
	t.is(shown('בדיקה / סוף - דף: לא'), '^בדיקה^ / ^סוף^ - ^דף^: ^לא^');
	t.is(shown('Übergabe → 中文 ½'), 'Übergabe → 中文 ½');
});

test('what is kept apart is as wide, stays so, and is had again without', t => {
	const part = fc.constantFrom('فحص', 'نَعَم', 'א', ' ', '  ', ', ', ' → ', 'a', '5', '-', '│', '中');
	fc.assert(
		fc.property(fc.array(part, {maxLength: 12}), parts => {
			const text = parts.join('');
			const apart = keptApart(text);
			t.is(unmarked(apart), text);
			t.is(width(apart), width(text));
			t.is(keptApart(apart), apart);
		}),
		{seed: 1},
	);
});

const lines = [
	'ops { # عمليات',
	'n1: circle label:"بداية, الآن"',
	'n2: diamond label:"نجح؟"',
	'n3: circle label:"End"',
	'n1.handle(right) -> n2.handle(left)',
	'n2.handle(right) -> n3.handle(left) [label="نعم"]',
	'n2.handle(bottom) -> n1.handle(bottom) [label="\u200eلا"]',
	'}',
];
const text = lines.join('\n');

for (const set of ['unicode', 'cp437', 'ascii'] as const)
	test(`in a drawing the marks stand at the ends of a label and take no cell: ${set}`, t => {
		const {diagram} = read(text);
		const layout = layOut(diagram, {zoom: 'full'});
		const rows = paint(layout, set).text().trimEnd().split('\n');
		for (const row of rows) t.true(width(row) <= layout.width);
		const found = rows.flatMap(row =>
			Array.from(row.matchAll(/\u200e([^\u200e]*)\u200e/g), ([, one]) => one),
		);
		const [open, close] = set === 'unicode' ? '⟨⟩' : '{}';
		t.deepEqual(found.sort(), [' عمليات ', 'بداية, الآن', 'نجح؟', 'نعم', `${open}U+200E${close}لا`].sort());
		t.is(
			rows
				.join('')
				.replaceAll(/\u200e[^\u200e]*\u200e/g, '')
				.includes(mark),
			false,
		);
	});

test('people read labels that are kept apart, programs as they are; what was copied is taken', async t => {
	const world = {read: async () => new TextEncoder().encode(text)};
	const run = await carryOut(['run', '-', '--choose', `n2=${mark}نعم${mark}`], world);
	t.is(run.exit, 0);
	t.true(run.out.includes(`-> ${mark}نعم${mark}`));
	const paths = await carryOut(['paths', '-'], world);
	t.true(paths.out.includes(`—${mark}نعم${mark}→`));
	const csv = await carryOut(['paths', '-', '--format', 'csv'], world);
	t.true(csv.out.includes('نعم'));
	t.false(csv.out.includes(mark));
});

import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import {bodyOf} from '../../source/screen/body.js';
import {themeOf} from '../../source/screen/theme.js';
import type {Action} from '../../source/session/action.js';
import type {Session} from '../../source/session/session.js';
import {arrangementOf} from '../../source/session/view.js';
import {after, decided, sessionOf} from '../helpers/session.js';

const sizes = [
	[40, 10],
	[40, 12],
	[60, 16],
	[80, 24],
	[100, 30],
	[120, 40],
	[200, 60],
] as const;

const news = `The registry is down, images cannot be pulled and the vendor does not answer the phone; customers call in, the press asks, the board wants a statement in ten minutes, and the only engineer who knows the old load balancer is on a plane. DO NOT deploy.`;

/** A decision among `count` branches, each with as many steps to an end, in a window of `columns` by `rows`. */
function choosing(count: number, columns: number, rows: number): Session {
	const all = Array.from({length: count}, (_, at) => at + 1);
	const text = [
		'L { # Lane',
		'n0: diamond label:"Which one?"',
		...all.map(at => `m${at}: rectangle label:"Region number ${at}"`),
		'e: circle label:"Success"',
		...all.map(at => `n0.handle(right) -> m${at}.handle(left) [label="Region ${at}"]`),
		...all.map(at => `m${at}.handle(right) -> e.handle(left)`),
		'}',
	].join('\n');
	return sessionOf(text, {size: {columns, rows}});
}

const open = (panel: 'inject' | 'details' | 'routes' | 'palette' | 'trail'): Action => ({
	type: 'open',
	panel,
});
const told = [open('inject'), {type: 'type', text: news}, {type: 'submit'}] as const;

/** What stands in the panel at the right, else under the drawing, there at the left. */
function panelOf(session: Session): string[] {
	const {kind, view} = arrangementOf(session);
	const {rows} = bodyOf(session, {theme: themeOf('none', 1), characters: 'unicode'});
	const x = kind === 'standard' ? view.width : 0;
	return rows
		.slice(kind === 'standard' ? 0 : view.height)
		.map(parts => parts.find(part => part.x === x)?.text ?? '')
		.map(text => stripVTControlCharacters(text).replace(/^│ /, ''));
}

test('every branch is listed or counted, whatever news and panels want room', t => {
	for (const [columns, rows] of sizes)
		for (const count of [2, 3, 14, 60])
			for (const before of [[], told])
				for (const panel of [undefined, 'details', 'routes', 'palette', 'trail'] as const) {
					const start = choosing(count, columns, rows);
					const list = panelOf(after(start, ...before, ...(panel ? [open(panel)] : [])));
					const text = `${columns}×${rows} ${count} ${before.length} ${panel}\n${list.join('\n')}`;
					const ahead = list.slice(list.findIndex(row => row.includes('CHOOSE · Which one?')));
					const listed = ahead.filter(row => /^[► ] +\d+ Region/.test(row)).length;
					const counted = ahead.flatMap(row => / … (\d+) (?:more|above)(?! lines)/.exec(row)?.[1] ?? []);
					t.true(listed > 0, text);
					if (count === 2 && before.length === 0) t.is(listed, 2, text);
					t.is(
						counted.reduce((sum, one) => sum + Number(one), listed),
						count,
						text,
					);
					if (panel && rows < 50)
						t.true(
							list.some(row => /^(?:ROUTES|COMMANDS|TRAIL|Which one\?)/.test(row)),
							text,
						);
				}
});

test('an inject is whole where there is room, else its end says where it is', t => {
	for (const [columns, rows] of sizes)
		for (const panel of [undefined, 'details', 'palette'] as const) {
			const list = panelOf(after(choosing(2, columns, rows), ...told, ...(panel ? [open(panel)] : [])));
			const from = list.findIndex(row => row.startsWith('INJECT: '));
			const to = list.findIndex(row => row.includes('CHOOSE'));
			const said = list.slice(from, to).join(' ').replaceAll(/ +/g, ' ').trim();
			const shown = `${columns}×${rows} ${panel}\n${list.join('\n')}`;
			t.true(from >= 0 && from < to, shown);
			if (said !== `INJECT: ${news}`) t.regex(list[to - 1] ?? '', /\S ?… :notes has all$/, shown);
			if (rows >= 24 && !panel) t.is(said, `INJECT: ${news}`, shown);
		}
});

test('the beginning of an inject is there in a single row, be it one long word', t => {
	const word = 'x'.repeat(99);
	const noted = [open('inject'), {type: 'type', text: word}, {type: 'submit'}] as const;
	const list = panelOf(after(choosing(5, 60, 12), ...noted));
	t.is(list[0]?.trimEnd(), `INJECT: ${'x'.repeat(60 - 24)}… :notes has all`);
});

test('on a wide screen an inject and the decisions at the end are whole, however much a list takes of the drawing', t => {
	for (const panel of [undefined, 'routes', 'palette'] as const) {
		const opened = panel ? [open(panel)] : [];
		const inject = panelOf(after(choosing(2, 200, 60), ...told, ...opened));
		const said = inject.slice(
			0,
			inject.findIndex(row => row.includes('CHOOSE')),
		);
		t.is(said.map(row => row.trim()).join(' '), `INJECT: ${news}`, `${panel}`);
		const end = panelOf(
			after(
				decided(20, 200, 60, at => `Check ${at}?`),
				...opened,
			),
		)
			.join(' ')
			.replaceAll(/\s+/g, ' ');
		for (let at = 1; at <= 20; at += 1) t.true(end.includes(`Check ${at}? Yes ${at}`), `${panel} ${end}`);
	}
});

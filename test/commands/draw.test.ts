import {readFileSync} from 'node:fs';
import test from 'ava';
import {SaxesParser} from 'saxes';
import {read} from '../../source/diagram/read.js';
import {width} from '../../source/text.js';
import {carryOut, shown, words} from '../helpers/command.js';
import {cases, kept} from '../helpers/golden.js';

for (const {name, input, kept} of cases('test/commands/draw')) {
	test(`draws ${name}`, async t => {
		const [, ...argv] = words(input);
		const result = shown(await carryOut(argv));
		t.is(result, kept(result));
		t.notRegex(result, /[ \t]$/m, 'no trailing blanks');
	});
}

test('where no drawing is as narrow as was asked for, that is told', async t => {
	const {out, err, exit} = await carryOut(['draw', 'samples/saga.fz', '--width', '20']);
	const columns = Math.max(...out.split('\n').map(width));
	t.is(err, `flowzap-tui: the narrowest drawing takes ${columns} columns\n`);
	t.is(exit, 0);
	t.is((await carryOut(['draw', 'samples/saga.fz', '--width', String(columns)])).err, '');
});

test('a command that is none is told so, not taken for a file', async t => {
	const {err, exit} = await carryOut(['drow', 'samples/saga.fz']);
	t.regex(err, /^flowzap-tui: there is no command drow; did you mean draw\?\n/);
	t.is(exit, 2);
});

test('of drawings that all are too wide the narrowest is printed', async t => {
	const told = async (...options: string[]) => {
		const {out, err} = await carryOut(['draw', 'samples/blue-green.fz', '--zoom', 'full', ...options]);
		return {columns: Math.max(...out.split('\n').map(width)), said: /takes (\d+) columns/.exec(err)?.[1]};
	};
	const {columns, said} = await told('--width', '60');
	t.is(said, String(columns));
	for (let wrap = 8; wrap <= 18; wrap += 5) t.true((await told('--wrap', String(wrap))).columns >= columns);
});

test('blue-green fits where it was said to fit', async t => {
	const size = async (...options: string[]) => {
		const {out} = await carryOut(['draw', 'samples/blue-green.fz', ...options]);
		// Under a drawing of ids stands what they are called.
		const rows = out
			.trimEnd()
			.replace(/\n\n[\s\S]*$/, '')
			.split('\n');
		return {columns: Math.max(...rows.map(row => row.length)), rows: rows.length};
	};
	const wrapped = await size('--wrap', '14');
	t.true(wrapped.columns <= 142 && wrapped.rows <= 42, JSON.stringify(wrapped));
	const whole = await size();
	t.true(whole.columns <= 160 && whole.rows <= 48, JSON.stringify(whole));
	const ids = await size('--zoom', 'ids');
	t.true(ids.columns <= 80 && ids.rows <= 24, JSON.stringify(ids));
});

test('blue-green crosses lines at four places at the most', async t => {
	const {out} = await carryOut(['draw', 'samples/blue-green.fz', '--wrap', '14']);
	t.true(out.split('┼').length - 1 <= 4);
});

test('the console of Linux is drawn for in its own characters, whole', async t => {
	const argv = ['draw', 'samples/blue-green.fz', '--choose', 'n7=Blue,n11=No'];
	const {out} = await carryOut(argv, {env: {TERM: 'linux', LANG: 'C.UTF-8'}});
	t.is(out, kept('test/commands/blue-green-cp437.txt', out));
	t.notRegex(out, /[╭╮╰╯╱╲┏┓┗┛━┃●…▣◆○]/u);
	const shape = (text: string) => text.split('\n').map(row => width(row));
	t.deepEqual(shape(out), shape((await carryOut(argv)).out));
});

/** The text of every element of an SVG by its class; throws where it is not well-formed. */
function textsOf(svg: string): Map<string, string[]> {
	const texts = new Map<string, string[]>();
	const parser = new SaxesParser();
	let open = '';
	parser.on('error', error => {
		throw error;
	});
	parser.on('opentag', tag => {
		open =
			tag.name === 'text' ? String(tag.attributes.class) : tag.name === 'g' ? `${tag.attributes.class}#` : '';
		if (open.endsWith('#')) texts.set(open, [...(texts.get(open) ?? []), String(tag.attributes.id)]);
	});
	parser.on('text', text => {
		if (open && !open.endsWith('#')) texts.set(open, [...(texts.get(open) ?? []), text]);
	});
	parser.on('closetag', () => {
		open = '';
	});
	parser.write(svg).close();
	return texts;
}

const letters = (lines: readonly string[]) => [...lines.join('').replaceAll(/\s/g, '')].sort().join('');

for (const name of ['blue-green', 'saga', 'api-gateway']) {
	test(`${name} as SVG holds every node, edge and label`, async t => {
		const file = `samples/${name}.fz`;
		const {diagram} = read(readFileSync(file, 'utf8'));
		const texts = textsOf((await carryOut(['draw', file, '--format', 'svg'])).out);
		t.deepEqual(texts.get('node#')?.sort(), diagram.nodes.map(node => node.id).sort());
		t.deepEqual(texts.get('edge#')?.sort(), diagram.edges.map(edge => edge.id).sort());
		t.is(letters(texts.get('label') ?? []), letters(diagram.edges.map(edge => edge.label)));
		t.is(letters(texts.get('title') ?? []), letters(diagram.lanes.map(lane => lane.name)));
	});
}

test('the walked route is marked in the SVG', async t => {
	const {out} = await carryOut([
		'draw',
		'samples/blue-green.fz',
		'--choose',
		'n7=Blue,n11=No',
		'--format',
		'svg',
	]);
	const texts = textsOf(out);
	t.deepEqual(
		texts.get('edge walked#')?.sort(),
		['e1', 'e10', 'e12', 'e14', 'e2', 'e3', 'e4', 'e5', 'e6', 'e8'].sort(),
	);
});

test('a picture says what it shows to those who do not see it', async t => {
	const words = ['--choose', 'n7=Blue,n11=No', '--format', 'svg'];
	const {out} = await carryOut(['draw', 'samples/blue-green.fz', ...words]);
	t.regex(
		out,
		/<title>blue-green\.fz<\/title>\n<desc>3 lanes: CI Pipeline, Blue-Green Controller, Load Balancer\. 20 steps\. /,
	);
	t.regex(
		out,
		/Marked: Start, Build new version, [^<]*, Tests passed\?, Rollback deployment, Verify deployment success, End\.<\/desc>/,
	);
	const unlit = (await carryOut(['draw', 'samples/blue-green.fz', '--format', 'svg'])).out;
	t.regex(unlit, /<desc>3 lanes: [^<]*\. 20 steps\.<\/desc>/);
	t.notRegex(unlit, /Marked/);
});

test('a hostile label cannot leave its element', async t => {
	const text =
		'a { # </text><script>\nn1: circle label:"</text><script>alert(1)</script>\u001b[31m\u202e & <!--"\n}\n';
	const {out} = await carryOut(['draw', '-', '--format', 'svg'], {
		read: async () => new TextEncoder().encode(text),
	});
	t.notThrows(() => textsOf(out));
	t.notRegex(out, /<script|\u001b|\u202e/);
});

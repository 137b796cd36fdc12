import {readFileSync} from 'node:fs';
import test from 'ava';
import {check} from '../../source/checks/check.js';
import {format} from '../../source/diagram/format.js';
import {read} from '../../source/diagram/read.js';
import {severities} from '../../source/problem.js';

const page = readFileSync('docs/language.md', 'utf8').split('\n');

interface Example {
	readonly text: string;
	readonly line: number;
	/** The code of the list item it stands under. */
	readonly code: string | undefined;
}

/** The `fz` blocks of the page. */
function examples(): Example[] {
	const found: Example[] = [];
	let code: string | undefined;
	let rows: string[] | undefined;
	let fence = '';
	for (const [index, line] of page.entries()) {
		code = /^- `([a-z-]+)`: /.exec(line)?.[1] ?? code;
		const opening = /^ *(`{3,})fz$/.exec(line)?.[1];
		if (opening) [rows, fence] = [[], opening];
		else if (rows && line.trim() === fence) {
			found.push({text: rows.join('\n'), line: index + 1, code});
			rows = undefined;
		} else rows?.push(code ? line.slice(2) : line);
	}
	return found;
}

/** An example without a lane stands in one, with n1 and n2 declared. */
function inLane(text: string): string {
	const first = /^(?:```.*\n)?[^\n]*\{/.test(text) || /^a #|^flowchart|^Here/.test(text);
	if (first) return text;
	const declared = ['n1', 'n2'].filter(id => !new RegExp(`^${id}:? `, 'm').test(text));
	return ['a {', ...declared.map(id => `${id}: circle label:"${id}"`), text, '}'].join('\n');
}

for (const {text, line, code} of examples().filter(example => !example.code))
	test(`the example at line ${line} is read without an error`, t => {
		t.deepEqual(
			read(text).problems.filter(({severity}) => severity === 'error'),
			[],
		);
		t.true('text' in format(text), code);
	});

test('the first example is canonical, and nothing is to be said of it', t => {
	const [first] = examples();
	t.deepEqual(check(first?.text ?? ''), []);
	t.deepEqual(format(first?.text ?? ''), {text: `${first?.text}\n`});
});

for (const {text, line, code} of examples().filter(example => example.code))
	test(`the example at line ${line} shows ${code}`, t => {
		const whole = code === 'node-outside-lane' ? text : inLane(text);
		t.true(
			check(whole).some(problem => problem.code === code),
			`${whole}\n${check(whole).map(problem => problem.code)}`,
		);
	});

test('the page lists every code under its severity', t => {
	let severity = '';
	const listed: Record<string, string> = {};
	for (const line of page) {
		severity = /^### (Error|Warning|Hint)s/.exec(line)?.[1]?.toLowerCase() ?? severity;
		const code = /^- `([a-z-]+)`: /.exec(line)?.[1];
		if (code) listed[code] = severity;
	}
	t.deepEqual(
		listed,
		{...severities},
		'each code needs an entry with an example in docs/language.md, under its severity',
	);
});

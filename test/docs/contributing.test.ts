import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';

const page = readFileSync('CONTRIBUTING.md', 'utf8');

/** The cells of the table under the line `head`, row by row. */
function table(head: string): string[][] {
	const [, rows = ''] = page.split(`${head}\n`);
	const [body = ''] = rows.split('\n\n');
	return body
		.split('\n')
		.slice(1)
		.map(row => row.split(' | ').map(cell => cell.replace(/^\| | \|$/g, '')));
}

/** What stands between backticks. */
const named = (cell = '') => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name);

const rooms = table('| room | what it holds | read first |');
const places = table('| new | where | what else |');

test('every room of the house is there, and what is to be read first in it', t => {
	t.deepEqual(
		rooms.flatMap(([room]) => named(room).map(name => name.replace('/', ''))).sort(),
		readdirSync('source').sort(),
	);
	for (const [room, , first] of rooms)
		for (const file of named(first)) {
			const [folder = ''] = named(room);
			t.true(existsSync(join('source', folder.endsWith('/') ? folder : '', file)), `${room}: ${file}`);
		}
});

test('what is said to be of a file is in it', t => {
	const pairs = [...page.matchAll(/`(\w+)` of `([\w./-]+\.tsx?)`/g)];
	t.true(pairs.length > 1);
	for (const [said, name = '', file = ''] of pairs)
		t.regex(
			readFileSync(join('source', file), 'utf8'),
			new RegExp(`^(?:export )?(?:const|function) ${name}\\b`, 'm'),
			said,
		);
});

test('every file and folder where a new thing goes is there', t => {
	t.true(places.length > 20);
	for (const [thing, ...cells] of places) {
		const paths = cells
			.flatMap(named)
			.filter(name => /^[\w./-]+(\.\w+|\/)$/.test(name) && name !== 'NAME.txt');
		const folders = paths.filter(name => name.endsWith('/'));
		for (const name of paths)
			t.true(
				['.', 'source', 'test/commands', ...folders, ...folders.map(one => join('source', one))].some(root =>
					existsSync(join(root, name)),
				),
				`${thing}: ${name}`,
			);
	}
});

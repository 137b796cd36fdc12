import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import promises from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {writeExport} from '../../source/screen/export.js';
import {folder} from '../helpers/folder.js';
import {sessionOf} from '../helpers/session.js';
import {standIn} from '../helpers/stand-in.js';

const session = sessionOf(readFileSync('samples/saga.fz', 'utf8'));

test.serial('an export that falls short leaves no file in its own way', async t => {
	const path = join(folder(t), 'saga.txt');
	const {writeFile} = promises;
	let room = 10;
	standIn(t, promises, {
		async writeFile(file, _, options) {
			await writeFile(file, 'x'.repeat(room), options);
			if (room < 100) throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
		},
	});
	t.is(await writeExport(session, path), 'cannot be written: the disk is full');
	t.false(existsSync(path));
	room = 100;
	t.is(await writeExport(session, path), undefined);
});

test('a file that is there already is left as it is by an export', async t => {
	const path = join(folder(t), 'saga.txt');
	writeFileSync(path, 'mine');
	t.is(await writeExport(session, path), 'is there already: choose another name');
	t.is(readFileSync(path, 'utf8'), 'mine');
});

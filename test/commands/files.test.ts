import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {filesOf} from '../../source/commands/files.js';
import type {World} from '../../source/world.js';
import {scratch} from '../helpers/scratch.js';

const naming = (cwd: string, ...words: readonly string[]) =>
	filesOf({cwd, platform: 'linux'} as World, words);

test('a name that exists is that file, whatever pattern it looks like', async t => {
	const cwd = await scratch(t, {'a[1].fz': '', 'a1.fz': '', 'b*.fz': '', 'b2.fz': ''});
	t.deepEqual(await naming(cwd, 'a[1].fz'), ['a[1].fz']);
	t.deepEqual(await naming(cwd, join(cwd, 'b*.fz')), [join(cwd, 'b*.fz')]);
	t.deepEqual(await naming(cwd, 'a[2-9].fz', 'a[0-9].fz'), ['a[2-9].fz', 'a1.fz']);
	t.deepEqual(await naming(cwd, 'a*.fz'), ['a1.fz', 'a[1].fz']);
	symlinkSync('gone.fz', join(cwd, '[ab]1.fz'));
	t.deepEqual(await naming(cwd, '[ab]1.fz'), ['[ab]1.fz']);
});

test('a pattern has no groups that repeat: there are names on which these take for ever', async t => {
	const evil = `${'a'.repeat(200)}!.fz`;
	const cwd = await scratch(t, {[evil]: '', 'b(+).fz': '', 'b.fz': ''});
	for (const pattern of ['+(+(a)+(a))*.fz', '(a+)+*.fz', '*(a|aa).fz', '[a]+[a]+[a]+[a]+[a]+.fz'])
		t.deepEqual(await naming(cwd, pattern), [pattern]);
	t.deepEqual(await naming(cwd, '[b](+)*'), ['b(+).fz']);
	t.deepEqual(await naming(cwd, '[b]\\(\\+\\)*'), ['b(+).fz']);
	t.deepEqual(await naming(cwd, '{b,c}.*'), ['b.fz']);
	t.deepEqual(await naming(cwd, '[!a]*', '[a]*'), ['b(+).fz', 'b.fz', evil]);
});

import test from 'ava';
import {editorCommand} from '../../source/screen/editor.js';

test('an editor is told the line in the way it knows', t => {
	t.deepEqual(editorCommand({}, 'a.fz', 7), {line: 'vi', words: ['+7', 'a.fz']});
	t.deepEqual(editorCommand({EDITOR: 'nano -w'}, 'a.fz', 7), {line: 'nano -w', words: ['+7', 'a.fz']});
	const code = ['--wait', '--goto', 'a.fz:7'];
	for (const line of [
		'/opt/code',
		'"/my apps/code" -n',
		String.raw`/my\ apps/code`,
		"'/a b/c d/code'",
		'code.exe',
	])
		t.deepEqual(editorCommand({EDITOR: 'nano', VISUAL: line}, 'a.fz', 7), {line, words: code});
});

test('the name of a file is never an option or a command of the editor', t => {
	t.deepEqual(editorCommand({}, '+!touch x.fz', 1), {line: 'vi', words: ['+1', './+!touch x.fz']});
	t.deepEqual(editorCommand({EDITOR: 'hx'}, '-c.fz', 1), {line: 'hx', words: ['./-c.fz:1']});
});

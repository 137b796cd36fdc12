import test from 'ava';
import {editorCommand} from '../../source/screen/editor.js';

test('an editor is told the line in the way it knows', t => {
	t.deepEqual(editorCommand({}, 'a.fz', 7), ['vi', '+7', 'a.fz']);
	t.deepEqual(editorCommand({EDITOR: 'nano -w'}, 'a.fz', 7), ['nano', '-w', '+7', 'a.fz']);
	t.deepEqual(editorCommand({EDITOR: 'nano', VISUAL: '/opt/code'}, 'a.fz', 7), [
		'/opt/code',
		'--wait',
		'--goto',
		'a.fz:7',
	]);
});

test('the name of a file is never an option or a command of the editor', t => {
	t.deepEqual(editorCommand({}, '+!touch x.fz', 1), ['vi', '+1', './+!touch x.fz']);
	t.deepEqual(editorCommand({EDITOR: 'hx'}, '-c.fz', 1), ['hx', './-c.fz:1']);
});

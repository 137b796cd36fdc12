import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {aheadRows} from '../../source/screen/ahead.js';
import {standardKeys} from '../../source/session/keys.js';
import {reduce} from '../../source/session/reduce.js';
import {open, type Session} from '../../source/session/session.js';
import {arrangementOf, viewOf} from '../../source/session/view.js';
import {followed} from '../../source/session/walk.js';

/** A start, a step that splits into `count` jobs, and an end that joins them. */
function fan(count: number, rows: number): Session {
	const jobs = Array.from({length: count}, (_, i) => i + 3);
	const text = [
		'T { # Fan',
		'n1: circle label:"Start"',
		'n2: rectangle label:"Split"',
		'n999: circle label:"End"',
		...jobs.map(i => `n${i}: rectangle label:"Job ${i - 2}"`),
		'n1.handle(right) -> n2.handle(left)',
		...jobs.flatMap(i => [
			`n2.handle(right) -> n${i}.handle(left)`,
			`n${i}.handle(right) -> n999.handle(left)`,
		]),
		'}',
	].join('\n');
	const {diagram, problems} = read(text);
	return open({
		source: {name: 'fan.fz', text},
		diagram,
		problems,
		characters: 'unicode',
		theme: 'none',
		bindings: standardKeys,
		size: {columns: 80, rows},
		now: 0,
		notices: [],
	});
}

const words = (session: Session) =>
	aheadRows(session, 80, arrangementOf(session).below, 'bar').map(row =>
		row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
	);

test('all ways that are taken at once are listed, or how many there is no room for', t => {
	const few = words(reduce(fan(3, 24), {type: 'advance'}));
	t.true(few[0]?.includes('NEXT · all at once'));
	t.deepEqual(few.slice(1, 4), ['  → Job 1', '  → Job 2', '  → Job 3']);
	const many = words(reduce(fan(40, 24), {type: 'advance'}));
	t.is(many[1], '  → Job 1');
	t.regex(many.at(-1) ?? '', /^ {2}… \d+ more$/);
	t.is(many.length - 2 + Number(many.at(-1)?.match(/\d+/)?.[0]), 40);
	t.false(words(fan(3, 24))[0]?.includes('all at once'));
});

test('the first view shows the token, however high the drawing', t => {
	const session = followed(fan(60, 24));
	const box = session.drawing.boxes.get('n1');
	const {y} = session.camera;
	t.true(box !== undefined && box.y >= y && box.y + box.height <= y + viewOf(session).height);
});

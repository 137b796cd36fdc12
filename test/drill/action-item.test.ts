import test from 'ava';
import {itemIn, itemWords, mistakeIn, typed} from '../../source/drill/action-item.js';

test('an action item is typed with its owner and its day', t => {
	t.deepEqual(itemIn('alert on slow drains @Ben !2026-02-01'), {
		text: 'alert on slow drains',
		owner: 'Ben',
		due: '2026-02-01',
	});
	t.deepEqual(itemIn('mail a@b.c now!'), {text: 'mail a@b.c now!', owner: '', due: ''});
});

test('an owner of several words stands between quotes; who else is named stays in the text', t => {
	t.deepEqual(itemIn('tell @Ana what @"Ben Miller" did'), {
		text: 'tell what @"Ben Miller" did',
		owner: 'Ana',
		due: '',
	});
	t.deepEqual(itemIn('mend it @"Ben Miller" !friday !now'), {
		text: 'mend it !now',
		owner: 'Ben Miller',
		due: 'friday',
	});
});

test('an item is written so that it is read again as it was', t => {
	for (const line of [
		'mend it @Ben !friday',
		'mend it',
		'@"Ben Miller" !2026-02-01 tell @Ana !',
		'mend it @"Ben Miller"',
	]) {
		t.deepEqual(itemIn(typed(itemIn(line))), itemIn(line));
		t.is(typed(itemIn(line)), line);
	}
});

test('it is told with who does it and until when', t => {
	t.is(itemWords(itemIn('@Ben mend it !friday')), 'mend it (Ben, by friday)');
	t.is(itemWords(itemIn('mend it')), 'mend it');
});

test('an item without anything to do, or due on no day of the calendar, is refused', t => {
	t.regex(mistakeIn(itemIn('@Ben !friday')) ?? '', /what is to be done/);
	for (const day of ['2026-13-45', '2026-02-29', '2026-00-10', '2026-1-0', '2026-02-28A@Ben'])
		t.is(mistakeIn(itemIn(`mend it !${day}`)), `there is no day ${day}`);
	for (const day of ['2026-12-31', '2028-02-29', '2026-2-1', 'friday', '2026-W09'])
		t.is(mistakeIn(itemIn(`mend it !${day}`)), undefined);
});

test('an owner may be one of those who take part, blanks and all', t => {
	const names = ['Ana', 'Ana Lopez', 'J. (Jo) Doe-Smith'];
	t.like(itemIn('page the DBA @ana lopez !friday', names), {
		text: 'page the DBA',
		owner: 'ana lopez',
		due: 'friday',
	});
	t.like(itemIn('@J. (Jo) Doe-Smith calls', names), {text: 'calls', owner: 'J. (Jo) Doe-Smith'});
	t.like(itemIn('ask @Anabel', names), {text: 'ask', owner: 'Anabel'});
	t.like(itemIn('ask @Ana now', names), {text: 'ask now', owner: 'Ana'});
});

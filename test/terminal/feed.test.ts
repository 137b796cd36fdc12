import {once} from 'node:events';
import test from 'ava';
import {Feed} from '../../source/terminal/feed.js';

test('what is fed before anybody listens is heard, whole and once', async t => {
	const feed = new Feed();
	feed.type('slow ');
	feed.type('smoke');
	await once(feed, 'readable');
	t.is(feed.read(), 'slow smoke');
	t.is(feed.read(), null);
});

test('what is fed to a listener is heard at once', t => {
	const feed = new Feed();
	const heard: (string | null)[] = [];
	feed.on('readable', () => heard.push(feed.read()));
	feed.type('a');
	feed.type('b');
	t.deepEqual(heard, ['a', 'b']);
});

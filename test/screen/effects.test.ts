import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {bytesOfFile} from '../../source/bytes.js';
import {Effects} from '../../source/screen/effects.js';
import type {Showing} from '../../source/screen/show.js';
import type {Stage} from '../../source/screen/stage.js';
import type {Action} from '../../source/session/action.js';
import {reduce} from '../../source/session/reduce.js';
import type {Session} from '../../source/session/session.js';
import {Store} from '../../source/session/store.js';
import type {Terminal} from '../../source/terminal/life.js';
import {folder} from '../helpers/folder.js';
import {sessionOf, decision as text} from '../helpers/session.js';

test('a file that could not be read for a while is read as soon as it can be, and until then that is in sight', async t => {
	const name = join(folder(t), 'a.fz');
	writeFileSync(name, text);
	let isForbidden = false;
	const showing: Partial<Showing> = {
		async readFile(path, most) {
			if (isForbidden) throw new Error('not allowed');
			return bytesOfFile(path, most);
		},
	};
	const store = new Store<Session, Action>(sessionOf(text, {source: {name, text}}), reduce);
	const effects = new Effects({} as Terminal, {} as Stage, store, showing as Showing, () => {});
	const told = async () => {
		store.dispatch({type: 'follow'});
		const before = store.get().notice;
		await effects.lookAtFile();
		const {notice} = store.get();
		return notice === before ? undefined : notice?.text.replace(name, 'a.fz');
	};
	t.is(await told(), undefined);
	isForbidden = true;
	writeFileSync(name, text.replace('"Look"', '"Look again"'));
	t.is(await told(), 'a.fz cannot be read: the picture stays');
	t.is(store.get().missing, 'unreadable');
	t.is(await told(), undefined);
	// Nothing else changes of the file.
	isForbidden = false;
	t.is(await told(), 'the file was read again');
	t.is(store.get().missing, undefined);
	t.is(store.get().diagram.node('n2').label, 'Look again');
	t.is(await told(), undefined);
	isForbidden = true;
	writeFileSync(name, `${store.get().source.text}\n`);
	t.is(await told(), 'a.fz cannot be read: the picture stays');
	rmSync(name);
	t.is(await told(), 'a.fz is gone: the picture stays');
	isForbidden = false;
	writeFileSync(name, store.get().source.text);
	t.is(await told(), 'a.fz is there again');
	t.is(await told(), undefined);
});

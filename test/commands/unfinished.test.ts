import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'ava';
import {offeredWith} from '../../source/commands/unfinished.js';
import {recordFolder} from '../../source/drill/places.js';
import {carryOut} from '../helpers/command.js';
import {factsOfDrill, recordText} from '../helpers/drill.js';
import {folder} from '../helpers/folder.js';
import {answering} from '../helpers/trace.js';

/** What is parsed while `work` goes on: how many texts. */
async function parsed(work: () => Promise<unknown>): Promise<number> {
	const {parse} = JSON;
	let count = 0;
	JSON.parse = (...given: Parameters<typeof parse>) => {
		count += 1;
		return parse(...given);
	};
	try {
		await work();
	} finally {
		JSON.parse = parse;
	}
	return count;
}

test.serial('of a record of another file nothing but the first line is parsed', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const path = join(recordFolder(env, 'linux'), '20260105T100000-000Z-saga.jsonl');
	mkdirSync(dirname(path), {recursive: true});
	writeFileSync(path, recordText(factsOfDrill('samples/saga.fz', [run => answering(run)])));
	const sourceOf = (name: string) => ({name, text: readFileSync(name, 'utf8')});
	const outside = {
		env,
		platform: 'linux',
		programs: {host: 'here', own: 1, alive: () => false},
		read: async () => readFileSync(path),
	};
	const finding = (name: string) => parsed(() => offeredWith(outside, sourceOf(name)));
	const covering = (name: string) => parsed(() => carryOut(['coverage', name], {env}));
	for (const look of [finding, covering]) {
		t.is(await look('samples/blue-green.fz'), 1);
		t.true((await look('samples/saga.fz')) > 4);
	}
});

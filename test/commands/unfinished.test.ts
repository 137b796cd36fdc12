import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import test from 'ava';
import {findUnfinished, offeredWith} from '../../source/commands/unfinished.js';
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
		readFile: async () => readFileSync(path),
	};
	const finding = (name: string) => parsed(() => offeredWith(outside, sourceOf(name)));
	const covering = (name: string) => parsed(() => carryOut(['coverage', name], {env}));
	for (const look of [finding, covering]) {
		t.is(await look('samples/blue-green.fz'), 1);
		t.true((await look('samples/saga.fz')) > 4);
	}
});

test.serial(
	'of a record of another file no more is read than its first line takes, however long that is',
	async t => {
		const env = {XDG_STATE_HOME: folder(t)};
		const records = recordFolder(env, 'linux');
		mkdirSync(records, {recursive: true});
		const long = join(folder(t), 'long.fz');
		writeFileSync(long, readFileSync('samples/saga.fz', 'utf8') + '\n'.repeat(100_000));
		const notes = Array.from({length: 3000}, () => ({type: 'note', text: 'Still at it'}));
		for (const path of [long, 'samples/blue-green.fz']) {
			const name = `20260105T100000-000Z-${basename(path, '.fz')}.jsonl`;
			writeFileSync(join(records, name), recordText(factsOfDrill(path, [run => answering(run), ...notes])));
		}
		let bytes = 0;
		const outside = {
			env,
			platform: 'linux',
			programs: {host: 'here', own: 1, alive: () => false},
			async readFile(path: string, most: number) {
				const part = readFileSync(path).subarray(0, most + 1);
				bytes += part.length;
				return part;
			},
		};
		const offered = async (path: string) =>
			offeredWith(outside, {name: path, text: readFileSync(path, 'utf8')});
		t.deepEqual(await offered('samples/api-gateway.fz'), {why: ''});
		const sizes = readdirSync(records).map(name => statSync(join(records, name)).size);
		t.true(bytes < Math.min(...sizes), `${bytes} bytes of records of ${sizes.join(' and ')}`);
		t.true('drill' in (await offered(long)));
		t.true('drill' in (await offered('samples/blue-green.fz')));
	},
);

test('an unfinished drill is found and offered, however many of other files came after it', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const records = recordFolder(env, 'linux');
	mkdirSync(records, {recursive: true});
	writeFileSync(
		join(records, '20260105T100000-000Z-saga.jsonl'),
		recordText(factsOfDrill('samples/saga.fz', [run => answering(run)])),
	);
	const over = recordText(factsOfDrill('samples/blue-green.fz', [{type: 'close'}]));
	for (let number = 100; number < 220; number += 1)
		writeFileSync(join(records, `20260106T100000-${number}Z-blue-green.jsonl`), over);
	const outside = {
		env,
		platform: 'linux',
		programs: {host: 'here', own: 1, alive: () => false},
		readFile: async (path: string) => readFileSync(path),
	};
	const saga = {name: 'saga.fz', text: readFileSync('samples/saga.fz', 'utf8')};
	t.true('drill' in (await offeredWith(outside, saga)));
	const found = await findUnfinished(outside);
	t.true('drill' in found && found.drill.file === 'saga.fz');
});

import test from 'ava';
import {recordName} from '../../source/drill/places.js';

test('the name of a record holds whole characters, and is no longer than a file system takes', t => {
	const name = recordName(`${'a'.repeat(39)}${'𠮷'.repeat(30)}.fz`, 0);
	t.is(name, `19700101T000000-000Z-${'a'.repeat(39)}𠮷.jsonl`);
	t.true(Buffer.byteLength(recordName(`${'𠮷'.repeat(300)}.fz`, 0)) < 255);
});

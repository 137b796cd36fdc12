import {readFileSync} from 'node:fs';
import test from 'ava';
import {type Group, groupTitles} from '../../source/session/binding.js';
import {configOf} from '../../source/session/config.js';
import {keysInRow} from '../../source/session/key-names.js';
import {standardKeys} from '../../source/session/keys.js';
import {keptPart} from '../helpers/documents.js';

const page = 'docs/keys.md';

function table(group: Group): string {
	const title = groupTitles[group];
	const rows = standardKeys
		.filter(binding => binding.group === group)
		.map(binding => `| \`${keysInRow(binding)}\` | \`${binding.name}\` | ${binding.says} |`);
	return [
		`### ${title[0]}${title.slice(1).toLowerCase()}`,
		'',
		'| keys | action | does |',
		'|--|--|--|',
		...rows,
		'',
		'',
	].join('\n');
}

test('the tables of the page are those of the keymap', t => {
	const tables = (Object.keys(groupTitles) as Group[]).map(table).join('');
	t.is(keptPart(page, 'keys', tables), tables);
});

test('the configuration of the page is sound', t => {
	const [, text = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8')) ?? [];
	const {complaints, bindings, theme} = configOf(text);
	t.deepEqual(complaints, []);
	t.is(theme, 'light');
	t.deepEqual(bindings.find(({name}) => name === 'step')?.keys, ['right', 's']);
});

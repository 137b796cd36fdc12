import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import grammar from '../../source/syntax/grammar.js';
import {queue} from '../../source/syntax/queue.js';
import {readStatement} from '../../source/syntax/statement.js';
import {lines} from '../../source/syntax/statements.js';
import {cases} from '../helpers/golden.js';

test('every rule that is named is defined, every token is of a type that there is', t => {
	const defined = new Set(grammar.ParserRules.map(({name}) => name));
	for (const {name, symbols} of grammar.ParserRules)
		for (const symbol of symbols) {
			if (typeof symbol === 'string') t.true(defined.has(symbol), `${name} names ${symbol}`);
			else if ('type' in symbol) t.true(queue.has(String(symbol.type)), `${name} names %${symbol.type}`);
		}
});

const texts = [
	...readdirSync('samples').map(file => ({
		name: file,
		text: readFileSync(`samples/${file}`, 'utf8'),
		sound: true,
	})),
	...cases('test/diagram/cases').map(({name, input}) => ({name, text: input, sound: false})),
];

for (const {name, text, sound} of texts)
	test(`one reading of every statement: ${name}`, t => {
		for (const {statements} of lines(text))
			for (const tokens of statements.filter(({length}) => length < 500)) {
				const readings = readStatement(tokens).statements.length;
				const shown = tokens.map(token => token.text).join(' ');
				if (sound) t.is(readings, 1, shown);
				else t.true(readings <= 1, shown);
			}
		t.pass();
	});

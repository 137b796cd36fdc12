import test from 'ava';
import stringWidth from 'string-width';
import {clusters, width} from '../source/text.js';

test('every character of the basic plane is as wide as string-width says, alone and in company', t => {
	const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});
	for (let code = 0x20; code < 0x3000; code += 1) {
		const character = String.fromCharCode(code);
		if (code >= 0x7f && code < 0xa0) continue;
		t.is(width(character), stringWidth(character), code.toString(16));
		const pair = `a${character}`;
		const alone = [...graphemes.segment(pair)].length === 2;
		if (alone && stringWidth(character) > 0) t.is(clusters(pair).length, 2, code.toString(16));
	}
});

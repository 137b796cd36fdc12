import test from 'ava';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {clusters, cut, firstHidden, harmless, json, pad, widest, width} from '../source/text.js';
import {wrap} from '../source/wrap.js';
import {harmIn} from './helpers/harm.js';

/** Text of all kinds: letters, wide scripts, emoji, marks, controls, lone surrogates. */
const anyText = fc
	.array(
		fc.oneof(
			fc.string({unit: 'binary'}),
			fc.string({unit: 'grapheme'}),
			fc.constantFrom(
				'word',
				'中文字',
				'ひらがな。',
				'é',
				'e\u0301',
				'👩‍🚒',
				'🇩🇪',
				'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
				'1️⃣',
				'\ud800',
				'\u200c',
				'\u200d',
				'ی',
				'خ',
				'क\u094d',
				'葛\u{e0100}',
				'\u202e',
				'\u001b[31m',
				'\ufe0f',
				'한국어',
				'ﷺ',
				'\u0d4e',
			),
			fc.constantFrom(' ', '  ', '\t', '\n', '\u3000'),
		),
		{maxLength: 12},
	)
	.map(parts => parts.join(''));
const harmlessText = anyText.map(harmless);

test('harmless text has no control, format, separator or lone surrogate outside an emoji', t => {
	fc.assert(
		fc.property(anyText, text => harmIn(harmless(text)).length === 0),
		{numRuns: 500, seed: 1},
	);
	t.pass();
});

test('whatever character stands alone is made harmless', t => {
	for (let code = 0; code <= 0x10ffff; code += code < 0xffff ? 1 : 97) {
		const character = String.fromCodePoint(code);
		if (harmIn(harmless(character)).length > 0) t.fail(code.toString(16));
	}
	t.pass();
});

test('making harmless text harmless changes nothing', t => {
	fc.assert(
		fc.property(anyText, text => harmless(harmless(text)) === harmless(text)),
		{numRuns: 500, seed: 1},
	);
	t.pass();
});

test('what is harmless stays as it is, the rest is shown', t => {
	const kept = ['plain', 'Übergabe → façade', '中文字', '👩‍🚒 🇩🇪 1️⃣ ⚠️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'e\u0301', '“quotes” & <angles>'];
	for (const text of kept) t.is(harmless(text), text);
	t.is(harmless('\u001b[31mred\u0007\r\n\t\u007f'), '␛[31mred␇␍␊␉␡');
	t.is(harmless('a\u009bb'), 'a⟨U+009B⟩b');
	t.is(harmless(`e${'\u0301'.repeat(30)}`), `e${'\u0301'.repeat(30)}`);
	t.is(harmless(`e${'\u0301'.repeat(900_000)}f`), `e${'\u0301'.repeat(30)}…f`);
	t.is(harmless('user\u202egnp.exe'), 'user⟨U+202E⟩gnp.exe');
	t.is(harmless('a\u200bb\u2028c\ufeff'), 'a⟨U+200B⟩b⟨U+2028⟩c⟨U+FEFF⟩');
	t.is(harmless('\ud83d'), '⟨U+D83D⟩');
	t.is(harmless('x\ufdd0'), 'x⟨U+FDD0⟩');
});

test('what a script is written with stays where it shapes a letter', t => {
	const kept = ['می\u200cخواهم', 'دَ\u200cه', 'ශ්\u200dරී', 'क्\u200dष', 'क्\u200cष', 'ന്\u200d', 'র\u200d্যাম'];
	for (const text of [...kept, '葛\u{e0100}城市', '▶\ufe0e 1', '❤\ufe0f', 'ᠠ\u180b']) {
		t.is(harmless(text), text);
		t.is(firstHidden(text), undefined);
	}
});

test('anywhere else it is shown: beside nothing that joins, behind nothing that has forms, a second time', t => {
	t.is(harmless('pay\u200cment'), 'pay⟨U+200C⟩ment');
	t.is(harmless('می\u200c\u200cخواهم'), 'می⟨U+200C⟩⟨U+200C⟩خواهم');
	t.is(harmless('می\u200c'), 'می⟨U+200C⟩');
	t.is(harmless('م\u200dی'), 'م⟨U+200D⟩ی');
	t.is(harmless('क्\u200d\u200dष'), 'क्⟨U+200D⟩⟨U+200D⟩ष');
	t.is(harmless('क\u200dष \u200dक'), 'क⟨U+200D⟩ष ⟨U+200D⟩क');
	t.is(harmless('葛\u{e0100}\u{e0101}'), '葛\u{e0100}⟨U+E0101⟩');
	t.is(harmless('▶\ufe0e\ufe0e a\ufe0f 5\ufe0e'), '▶\ufe0e⟨U+FE0E⟩ a⟨U+FE0F⟩ 5⟨U+FE0E⟩');
	t.is(harmless('\u200cی'), '⟨U+200C⟩ی');
	t.is(firstHidden('می\u200cخواهم\u200c'), 8);
});

test('of such characters none stays at an end that shapes nothing, beside another or behind what takes none', t => {
	const marks = ['\u200c', '\u200d', '\ufe0e', '\ufe0f', '\u{e0100}', '\u180b'];
	const bases = ['a', ' ', '5', 'ی', 'خ', 'ـَ', 'क', 'क्', '葛', '▶', 'あ', '한', 'ᠠ', '\u202e', '\u3164'];
	const hidden = /\p{Default_Ignorable_Code_Point}/u;
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...marks, ...bases), {maxLength: 8}), parts => {
			const shown = Array.from(harmless(parts.join('')));
			shown.forEach((character, at) => {
				if (!hidden.test(character)) return;
				const [before = '', after = ''] = [shown[at - 1], shown[at + 1]];
				t.regex(before, /[\p{L}\p{M}▶]/u);
				t.notRegex(before, hidden);
				t.notRegex(before, /[aあ한क]/u);
				if (character === '\u200c') t.regex(after, /[یخकᠠ葛あa한]/);
				if (character === '\u200d') t.is(before, '\u094d');
			});
		}),
		{numRuns: 2000, seed: 1},
	);
});

test('the width is that of string-width, the sum of the clusters', t => {
	fc.assert(
		fc.property(harmlessText, text => {
			t.is(width(text), stringWidth(text), text);
			t.is(
				clusters(text)
					.map(cluster => cluster.text)
					.join(''),
				text,
			);
			t.is(
				clusters(text).reduce((sum, cluster) => sum + cluster.width, 0),
				width(text),
			);
		}),
		{numRuns: 500, seed: 1},
	);
	t.pass();
});

test('every character of the basic plane has its width between letters', t => {
	const wrong: string[] = [];
	for (let code = 0x20; code < 0x10000; code++) {
		const text = `a${String.fromCharCode(code)}a`;
		if (harmless(text) === text && width(text) !== stringWidth(text)) wrong.push(code.toString(16));
	}
	t.deepEqual(wrong, []);
});

test('long texts are taken apart at cluster boundaries', t => {
	const text = '👩‍🚒e\u0301ก็🇩🇪'.repeat(500) + '\u0301'.repeat(3000);
	t.is(clusters(text).length, 2000);
});

test('cut text fits, begins like the whole, and says that it is cut', t => {
	fc.assert(
		fc.property(harmlessText, fc.nat({max: 30}), (text, columns) => {
			const short = cut(text, columns);
			t.true(width(short) <= columns);
			if (width(text) <= columns) t.is(short, text);
			else if (short !== '') t.true(short.endsWith('…') && text.startsWith(short.slice(0, -1)));
		}),
	);
	t.is(cut('中文字', 4), '中…');
	t.is(cut('中文字', 5), '中文…');
	t.is(cut('👩‍🚒👩‍🚒', 3), '👩‍🚒…');
	t.is(cut('abc', 0), '');
	t.is(cut('Acked within 15 min', 15), 'Acked within …');
	t.is(cut('over 4853', 8), 'over …');
	t.is(cut('12345678', 5), '1234…');
});

test('padded text fills its columns', t => {
	fc.assert(
		fc.property(harmlessText, fc.nat({max: 40}), (text, columns) => {
			fc.pre(clusters(`${text} `).at(-1)?.text === ' ');
			return width(pad(text, columns)) === Math.max(columns, width(text));
		}),
	);
	t.pass();
});

test('wrapped lines fit and hold every character', t => {
	fc.assert(
		fc.property(harmlessText, fc.integer({min: 2, max: 24}), (text, columns) => {
			const lines = wrap(text, columns);
			for (const line of lines) t.true(width(line) <= columns || clusters(line).length === 1, line);
			t.is(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
			t.true(lines.length === 1 || lines.every(line => line !== ''));
		}),
		{numRuns: 500, seed: 1},
	);
	t.pass();
});

test('lines end at blanks, between wide characters, and in words that are too long', t => {
	t.deepEqual(wrap('Build the new version', 10), ['Build the', 'new', 'version']);
	t.deepEqual(wrap('  Build   it  ', 20), ['Build it']);
	t.deepEqual(wrap('', 5), ['']);
	t.deepEqual(wrap('\u0301 abc defg', 5), ['\u0301abc', 'defg']);
	t.deepEqual(wrap('supercalifragilistic', 8), ['supercal', 'ifragili', 'stic']);
	t.deepEqual(wrap('point-in-time', 8), ['point-', 'in-time']);
	t.deepEqual(wrap('to kube-system/core-dns', 8), ['to kube-', 'system/', 'core-dns']);
	t.deepEqual(wrap('Deploy 新版本到生产', 12), ['Deploy 新', '版本到生产']);
	t.deepEqual(wrap('确认完成。好', 8), ['确认', '完成。好']);
	t.deepEqual(wrap('a 👩‍🚒👩‍🚒👩‍🚒', 4), ['a 👩‍🚒', '👩‍🚒👩‍🚒']);
	t.deepEqual(wrap('n12中', 3), ['n12', '中']);
});

test('Japanese is broken between words, with their endings and particles', t => {
	t.deepEqual(wrap('大阪リージョンへフェイルオーバー', 18), ['大阪リージョンへ', 'フェイルオーバー']);
	t.deepEqual(wrap('緊急修正を作成しレビューを受ける', 18), ['緊急修正を作成し', 'レビューを受ける']);
	t.deepEqual(wrap('決済APIエラー率上昇', 14), ['決済APIエラー', '率上昇']);
	t.deepEqual(wrap('直前のリリースあり?', 10), ['直前の', 'リリース', 'あり?']);
	t.deepEqual(wrap('（最大3回）まで再試行', 8), ['（最大3', '回）まで', '再試行']);
});

test('where a word is broken no line begins with a small kana, and a question keeps its mark', t => {
	t.deepEqual(wrap('フェイルオーバー', 8), ['フェイル', 'オーバー']);
	t.deepEqual(wrap('フェイルオーバー', 6), ['フェイ', 'ルオー', 'バー']);
	t.deepEqual(wrap('リューション', 7), ['リュー', 'ション']);
	t.deepEqual(wrap('Tests réussis ?', 13), ['Tests', 'réussis ?']);
	t.deepEqual(wrap('Rollbackneeded?', 14), ['Rollbackneede', 'd?']);
});

test('no line begins with what closes or goes on where it can end before', t => {
	const word = fc.constantFrom('大阪', 'リージョン', 'フェイル', 'API', 'を', '「東京', '（最大', ' 本番');
	const closing = fc.constantFrom('', '', '。', '」', '）', '?', 'っ', 'ー', '…', '々', '!?');
	fc.assert(
		fc.property(
			fc.array(fc.tuple(word, closing), {maxLength: 12}),
			fc.integer({min: 6, max: 20}),
			(list, columns) => {
				const lines = wrap(list.flat().join(''), columns);
				for (const line of lines) t.notRegex(line, /^[ェョっー々」）。?!…]|[「（]$/, lines.join('/'));
			},
		),
		{numRuns: 1000, seed: 1},
	);
	t.pass();
});

test('JSON holds nothing that steers or hides, and says the same', t => {
	fc.assert(
		fc.property(anyText, text => {
			const written = json({text}, '\t');
			t.deepEqual(JSON.parse(written), {text});
			t.false(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.test(written));
		}),
		{numRuns: 500, seed: 1},
	);
});

test('the widest of more texts than a call takes arguments', t => {
	t.is(widest([...Array(200_000).fill('a'), '日本']), 4);
	t.is(widest([]), 0);
});

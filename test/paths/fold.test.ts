import test from 'ava';
import fc from 'fast-check';
import {fold, isAscii} from '../../source/paths/words/fold.js';
import {wordTables} from '../../source/paths/words/tables.js';

test('case, accents and signs are folded away', t => {
	t.is(fold('rolledBack'), 'rolled back');
	t.is(fold('HTTPError'), 'http error');
	t.is(fold('Échec_du déploiement'), 'echec du deploiement');
	t.is(fold('un-approved!'), 'unapproved');
	t.is(fold('Failed, then retried - twice'), 'failed | then retried | twice');
	t.is(fold('timed  out'), 'timed out');
	t.is(fold('>5% errors'), '> 5 % errors');
});

test('a label in the letters of English is folded as one with others is', t => {
	const text = fc.string({unit: 'grapheme-ascii', maxLength: 30});
	fc.assert(
		fc.property(text, label => {
			t.is(fold(`${label} xe`), fold(`${label} xé`));
			// A letter that has no form in English makes a text one of the world.
			t.is(fold(`${label} xø`), fold(`${label} xo`).replace(/o$/, 'ø'));
		}),
		{numRuns: 2000},
	);
});

test('what is folded is folded', t => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme', maxLength: 30}), label => {
			t.is(fold(fold(label)), fold(label));
		}),
	);
});

test('no word of a language without blanks is in the letters of English: such labels are not looked through for them', t => {
	for (const {words, neutral, spaced} of wordTables)
		if (!spaced)
			for (const entry of [...Object.values(words).flat(), ...neutral])
				for (const form of entry.split('|')) t.false(isAscii(form), form);
});

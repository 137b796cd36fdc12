/** Labels and words made alike: case, accents and signs folded away. */
import {once} from '../../once.js';

/** Letters and digits as character classes name them. */
interface Alphabet {
	readonly lower: string;
	readonly upper: string;
	readonly letters: string;
	readonly digits: string;
}

type Rules = readonly (readonly [RegExp, string])[];

/** What {@link fold} does before and after it makes letters small. */
interface Folding {
	readonly before: Rules;
	readonly after: Rules;
}

function foldingFor({lower, upper, letters, digits}: Alphabet): Folding {
	const rule = (pattern: string, instead: string) => [new RegExp(pattern, 'gu'), instead] as const;
	return {
		before: [rule(`([${lower}])([${upper}])`, '$1 $2'), rule(`([${upper}])([${upper}][${lower}])`, '$1 $2')],
		after: [
			rule(String.raw`\bun-(?=[${letters}])`, 'un'),
			rule(String.raw`[,;:!?()[\]{}\/–—→、。]|\.(?!\S)|\s[-&+]\s`, ' | '),
			rule('([%$€<>])', ' $1 '),
			rule(`[^${letters}${digits}%$€<>|]+`, ' '),
			rule('^[ |]+|[ |]+$', ''),
		],
	};
}

const ascii: Alphabet = {lower: 'a-z', upper: 'A-Z', letters: 'A-Za-z', digits: '0-9'};
const unicode: Alphabet = {
	lower: String.raw`\p{Ll}`,
	upper: String.raw`\p{Lu}`,
	letters: String.raw`\p{L}`,
	digits: String.raw`\p{N}`,
};
const plainly = once(() => foldingFor(ascii));
/** To read the classes of Unicode takes longer than to fold most labels. */
const worldly = once(() => foldingFor(unicode));

/**
 * Lower case without accents, `camelCase` parted, `un-` joined to its word, a stop between two parts of a
 * sentence as `|`, all else but letters, digits, `%`, `$`, `€`, `<` and `>` blanks.
 */
export function fold(text: string): string {
	if (/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/.test(text)) return text;
	const bare = isAscii(text) ? text : text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
	return isAscii(bare) ? folded(bare, plainly()) : folded(bare.replace(/\p{M}/gu, ''), worldly());
}

/** Whether `text` has no other letters than those of English. */
export function isAscii(text: string): boolean {
	return /^[\x20-\x7e]*$/.test(text);
}

function folded(text: string, {before, after}: Folding): string {
	return changed(changed(text, before).toLowerCase(), after);
}

function changed(text: string, rules: Rules): string {
	return rules.reduce((now, [pattern, instead]) => now.replace(pattern, instead), text);
}

/** Characters that cannot be seen themselves and that a script is written with: where they belong. */
import {once} from './once.js';

/** Letters that join: of the scripts that UAX #31 A1 is about. */
const joining = String.raw`[\p{L}&&[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]]`;
const marks = String.raw`[\p{M}--\p{Default_Ignorable_Code_Point}]{0,30}`;
/** Of the scripts of India and its neighbours that are in use. */
const indic = String.raw`[\p{L}&&[\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]]`;
const virama = String.raw`[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2]`;

const places = [
	// UAX #31, A1: a non-joiner between letters that would join.
	String.raw`(?<=${joining}${marks})\u200c(?=${joining})`,
	// A2 and B: either one behind a virama.
	String.raw`(?<=\p{L}${marks}${virama})(?:\u200c(?=${indic})|\u200d(?![\p{M}\u200c\u200d]))`,
	// A joiner between a ra of Bengali or Kannada and its virama (The Unicode Standard, 12.2 and 12.8).
	String.raw`(?<=[\u09b0\u0cb0])\u200d(?=${virama}${indic})`,
	// The style of an emoji, the variant of an ideograph or of a Mongolian letter.
	String.raw`(?<=[\p{Emoji}--\p{ASCII}])[\ufe0e\ufe0f]`,
	String.raw`(?<=\p{Unified_Ideograph})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
	String.raw`(?<=[\p{L}&&\p{Script=Mongolian}])[\u180b-\u180d\u180f]`,
];
const shaping = once(() => new RegExp(places.join('|'), 'vy'));

/** Whether the character at `at` of `text` cannot be seen, but shapes what it stands behind. Of several in a row only the first does. */
export function isShaping(text: string, at: number): boolean {
	const pattern = shaping();
	pattern.lastIndex = at;
	return pattern.test(text);
}

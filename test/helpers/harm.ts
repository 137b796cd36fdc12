/** What must never reach a terminal or a reader unseen. */

const emoji = /^\p{RGI_Emoji}$/v;
const harm = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** The clusters of `text` that hold a control, format or line-separating character or a lone surrogate and are no emoji. */
export function harmIn(text: string): string[] {
	return Array.from(segmenter.segment(text), ({segment}) => segment).filter(
		segment => harm.test(segment) && !emoji.test(segment),
	);
}

/** What must never reach a terminal or a reader unseen. */

const emoji = /^\p{RGI_Emoji}$/v;
const harm = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** One joiner behind a letter or a mark of Arabic, Mongolian or a script of India and its neighbours. */
const joiner =
	/(?<=[\p{Script=Arabic}\p{Script=Mongolian}\u0900-\u0dff\u1000-\u109f\u1780-\u17ff])[\u200c\u200d]/gu;
const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** The clusters of `text` that hold a control, format or line-separating character or a lone surrogate and are no emoji. */
export function harmIn(text: string): string[] {
	return Array.from(segmenter.segment(text.replace(joiner, '')), ({segment}) => segment).filter(
		segment => harm.test(segment) && !emoji.test(segment),
	);
}

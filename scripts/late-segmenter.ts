/** Takes the place of Intl.Segmenter in the bundle, see bundle.js. */

const {Segmenter} = Intl;

/** Texts of which every character is a cluster: letters of Latin scripts, signs, arrows, what drawings are made of. */
const simple = /^[\x00-\x0c\x0e-\x7f\xa0-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff]*$/;

/**
 * An Intl.Segmenter that is made when a text needs it: its tables take longer to load than most commands take to run,
 * and Ink and its helpers, which ask for it at once, hardly ever need them.
 */
export class LateSegmenter {
	readonly #make: () => Intl.Segmenter;
	readonly #isByCluster: boolean;
	#segmenter: Intl.Segmenter | undefined;

	constructor(locales?: Intl.LocalesArgument, options?: Intl.SegmenterOptions) {
		this.#make = () => new Segmenter(locales, options);
		this.#isByCluster = (options?.granularity ?? 'grapheme') === 'grapheme';
	}

	/** The segments of `text`, as Intl.Segmenter has them. */
	segment(text: string): Pick<Intl.Segments, 'containing' | typeof Symbol.iterator> {
		if (this.#isByCluster && simple.test(text)) return new Characters(text);
		this.#segmenter ??= this.#make();
		return this.#segmenter.segment(text);
	}
}

class Characters {
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	*[Symbol.iterator](): Generator<Intl.SegmentData, undefined> {
		for (let index = 0; index < this.#text.length; index++) yield this.#at(index);
	}

	containing(index = 0): Intl.SegmentData {
		return (index >= 0 && index < this.#text.length ? this.#at(index) : undefined) as Intl.SegmentData;
	}

	#at(index: number): Intl.SegmentData {
		return {segment: this.#text.charAt(index), index, input: this.#text};
	}
}

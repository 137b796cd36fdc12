/** Takes the place of Intl.Segmenter in the bundle: making one loads tables for tens of milliseconds, and most starts need none. */
export class LazySegmenter {
	#given;
	#made;

	constructor(...given) {
		this.#given = given;
	}

	segment(text) {
		this.#made ??= Reflect.construct(Reflect.get(Intl, 'Segmenter'), this.#given);
		return this.#made.segment(text);
	}
}

/** A statement in its canonical form, as one line. */
import {isNamable} from '../syntax/lane-ids.js';
import {quote} from '../syntax/quote.js';
import type {Attribute, EdgeStatement, End, LoopStatement, NodeStatement} from '../syntax/tree.js';
import {attributeWords, meant, shapeWords, sideWords} from '../syntax/words.js';
import type {Diagram} from './diagram.js';

const attributeOrder: readonly string[] = attributeWords;

/** Spells the statements of a text without errors, of which `diagram` was built; strings keep their characters. */
export class Speller {
	readonly #text: string;
	readonly #diagram: Diagram;

	constructor(text: string, diagram: Diagram) {
		this.#text = text;
		this.#diagram = diagram;
	}

	node({id, shape, attributes}: NodeStatement): string {
		const order = (attribute: Attribute) => {
			const place = attributeOrder.indexOf(keyOf(attribute));
			return place < 0 ? attributeOrder.length : place;
		};
		const sorted = attributes.toSorted((a, b) => order(a) - order(b));
		const head = `${id.text}: ${meant(shape?.text ?? '', shapeWords) ?? ''}`;
		return [head, ...sorted.map(attribute => this.#attribute(attribute, ':'))].join(' ');
	}

	/** An edge that stands in `lane`, or outside every lane. Of labels the first counts, so that one that is empty may keep another out. */
	edge({from, to, note}: EdgeStatement, lane: string | undefined): string {
		const ends = `${this.#end(from, lane)} -> ${to ? this.#end(to, lane) : ''}`;
		const isLabel = (attribute: Attribute) => keyOf(attribute) === 'label';
		const all = note?.attributes ?? [];
		const isLabelled = all.some(one => isLabel(one) && one.value?.text);
		const attributes = all.filter(one => isLabelled || !isLabel(one));
		if (attributes.length === 0) return ends;
		return `${ends} [${attributes.map(attribute => this.#attribute(attribute, '=')).join(', ')}]`;
	}

	/** A loop over `nodes`, as they were read. */
	loop({condition}: LoopStatement, nodes: readonly string[]): string {
		const head = condition?.text ? `loop [${condition.text}]` : 'loop';
		return [head, ...nodes].join(' ');
	}

	/** The lane of the node called `id`; undefined where there is no such node. */
	laneOf(id: string): string | undefined {
		return this.#diagram.has(id) ? this.#diagram.node(id).lane : undefined;
	}

	#end({reference, port}: End, lane: string | undefined): string {
		const own = this.laneOf(reference.node.text);
		const prefix = own === undefined || own === lane || !isNamable(own) ? '' : `${own}.`;
		return `${prefix}${reference.node.text}.handle(${meant(port?.side?.text ?? '', sideWords) ?? ''})`;
	}

	#attribute(attribute: Attribute, separator: ':' | '='): string {
		const {value} = attribute;
		const raw =
			value?.quotes === 'straight' ? this.#text.slice(value.start, value.end) : quote(value?.text ?? '');
		return `${keyOf(attribute)}${separator}${raw}`;
	}
}

function keyOf({key}: Attribute): string {
	const text = key?.text ?? 'label';
	return meant(text, attributeWords) ?? text;
}

/** Random FlowZap programs in the forms that people and machines write, with what they mean and what is odd in them. */
import fc from 'fast-check';
import {shapeWords, sideWords} from '../../source/syntax/words.js';

/** Draws a value, as `fc.gen()` gives it to a property. */
export type Draw = fc.GeneratorValue;

/** A text, the graph it means (as graphOf of helpers/graph.ts has it, loosely), and the codes it deserves. */
export interface Program {
	readonly text: string;
	readonly nodes: readonly string[];
	readonly edges: readonly string[];
	readonly codes: ReadonlySet<string>;
}

const laneIds = ['A', 'Backend', 'load_balancer', 'Load Balancer', 'on-call', '支払い', 'circle'];
const labels = [
	'Start',
	'Build → test & ship',
	'100% # not a name',
	'a:b=c [d] {e} (f)',
	'再試行',
	'say \\"hi\\"',
	'C:\\temp',
	'n9: circle label',
	'// no comment',
	'',
];

interface Lane {
	readonly id: string;
	readonly nodes: readonly string[];
}

class Author {
	readonly codes = new Set<string>();
	readonly #draw: Draw;
	readonly oneLine: boolean;

	constructor(draw: Draw) {
		this.#draw = draw;
		this.oneLine = this.may(6);
	}

	/** True about once in `often` times. */
	may(often: number): boolean {
		return this.#draw(fc.integer, {min: 0, max: often - 1}) === 1 % often;
	}

	one<T>(list: readonly [T, ...T[]] | readonly T[]): T {
		return list[this.#draw(fc.integer, {min: 0, max: list.length - 1})] as T;
	}

	count(min: number, max: number): number {
		return this.#draw(fc.integer, {min, max});
	}

	/** `odd` once in a while, and then with its code; else `usual`. */
	oddly(code: string, usual: string, odd: string): string {
		if (!this.may(8) || usual === odd) return usual;
		this.codes.add(code);
		return odd;
	}

	inOtherCase(word: string): string {
		return this.oddly('capital-letters', word, word.toUpperCase());
	}

	blank(): string {
		return this.oddly('spacing', '', ' ');
	}
}

/** A program; no form in it keeps the graph from being built. */
export function program(draw: Draw): Program {
	const author = new Author(draw);
	const lanes = drawLanes(author);
	const laneOf = new Map(lanes.flatMap(({id, nodes}) => nodes.map(node => [node, id] as const)));
	const all = [...laneOf.keys()];
	const nodes: string[] = [];
	const edges: string[] = [];
	const rows: string[] = [];
	for (const lane of lanes) {
		rows.push(...header(author, lane));
		const inside = [
			...lane.nodes.map(node => nodeRow(author, node, lane.id, nodes)),
			...Array.from({length: author.count(0, 3)}, () =>
				edgeRow(author, author.one(lane.nodes), author.one(all), laneOf, lane.id, edges),
			),
		];
		if (author.may(3)) inside.push(`loop [retry up to ${author.count(1, 9)} times] ${lane.nodes.join(' ')}`);
		rows.push(...inside.flatMap(row => comment(author, row)), '}');
	}
	for (let more = author.oneLine ? 0 : author.count(0, 2); more > 0; more--) {
		rows.push(edgeRow(author, author.one(all), author.one(all), laneOf, undefined, edges));
		author.codes.add('outside-lane');
	}
	if (author.oneLine) author.codes.add('several-statements');
	const newline = author.one(['\n', '\r\n', '\r']);
	const text = author.oneLine ? rows.join(' ') : fenced(author, rows).join(newline);
	return {text, nodes: nodes.sort(), edges: edges.sort(), codes: author.codes};
}

function drawLanes(author: Author): Lane[] {
	const ids = [...laneIds].slice(author.count(0, 3)).slice(0, author.count(1, 4));
	let number = 0;
	return ids.map(id => ({id, nodes: Array.from({length: author.count(1, 4)}, () => `n${++number}`)}));
}

function header(author: Author, {id}: Lane): string[] {
	if (/[^A-Za-z_]/.test(id)) author.codes.add('lane-id-form');
	const form = author.count(0, author.oneLine ? 1 : 4);
	if (form === 0) return [`${id} {`];
	if (form === 1) return [`${id} {${author.one([' ', ''])}# The ${id} & co.`];
	if (form === 2) return [`${id}{ # The ${id}`];
	if (form === 3) return [id, `{ # The ${id}`];
	author.codes.add('name-on-next-line');
	return [`${id} {`, `# The ${id}`];
}

function nodeRow(author: Author, id: string, lane: string, nodes: string[]): string {
	const shape = author.one(shapeWords);
	const label = author.one(labels);
	const separator = author.oddly('wrong-separator', ':', '=');
	const blank = separator === ':' ? author.blank() : '';
	const owner = author.may(4) ? ' owner:"Ana"' : '';
	const unknown = author.oddly('unknown-attribute', '', ' priority:"high"');
	nodes.push(JSON.stringify([id, lane, shape, label.replace(/\\(["\\])/g, '$1') || id]));
	return `${id}${author.blank()}: ${author.inOtherCase(shape)}${owner} label${blank}${separator}"${label}"${unknown}`;
}

function edgeRow(
	author: Author,
	from: string,
	to: string,
	laneOf: ReadonlyMap<string, string>,
	lane: string | undefined,
	edges: string[],
): string {
	const [fromSide, toSide] = [author.one(sideWords), author.one(sideWords)];
	const label = author.one(labels);
	const own = laneOf.get(from) ?? '';
	const edge = JSON.stringify([from, to, fromSide, toSide, label.replace(/\\(["\\])/g, '$1')]);
	const again = edges.includes(edge);
	if (again) author.codes.add('duplicate-edge');
	else edges.push(edge);
	const source = lane === undefined || own !== lane || author.may(4) ? `${own}.` : '';
	const target = prefix(author, laneOf.get(to) ?? '', own, again);
	const arrow = author.one([' -> ', '->', '  ->  ']);
	const note = label ? noteOf(author, label) : '';
	return `${source}${from}${port(author, fromSide)}${arrow}${target}${to}${port(author, toSide)}${note}`;
}

function noteOf(author: Author, label: string): string {
	const separator = author.oddly('wrong-separator', '=', ':');
	const extra = author.oddly('extra-attribute', '', ', color="red"');
	return ` [label${separator === '=' ? author.blank() : ''}${separator}"${label}"${extra}]`;
}

/** Of an edge that is there twice, only the repetition is told. */
function prefix(author: Author, lane: string, own: string, again: boolean): string {
	if (again || author.may(2)) return `${lane}.`;
	if (lane === own) return '';
	if (author.may(2)) {
		author.codes.add('missing-prefix');
		return '';
	}
	author.codes.add('wrong-prefix');
	return 'Nowhere.';
}

function port(author: Author, side: string): string {
	return `.${author.may(9) ? 'Handle' : 'handle'}(${author.blank()}${author.inOtherCase(side)})`;
}

function comment(author: Author, row: string): string[] {
	if (author.oneLine) return [row];
	if (author.may(9)) return [`  // ${row}`, row];
	if (author.may(12)) {
		author.codes.add('trailing-comment');
		return [`${row} // so it is`];
	}
	return author.may(9) ? ['', `\t${row}  `] : [row];
}

function fenced(author: Author, rows: readonly string[]): readonly string[] {
	if (!author.may(6)) return rows;
	author.codes.add('fence');
	return ['```flowzap', ...rows, '```', ''];
}

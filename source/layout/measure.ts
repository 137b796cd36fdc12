/** What stands inside the boxes and beside the lines, before anything has a place. */
import type {Diagram, Node} from '../diagram/diagram.js';
import {cut, harmless, widest, width} from '../text.js';
import {widestWord, wrap} from '../wrap.js';
import type {LayoutOptions} from './geometry.js';

/** Lines of text and the columns of the widest. */
export interface Block {
	readonly lines: readonly string[];
	readonly width: number;
}

interface Content extends Block {
	/** How many lines stand above the rule of a taskbox; absent where there is none. */
	readonly rule?: number;
}

export interface Contents {
	/** By index of the node. */
	readonly nodes: readonly Content[];
	/** By index of the edge; absent where an edge has no label or the zoom hides it. */
	readonly edges: readonly (Block | undefined)[];
	/** By index of the lane. */
	readonly titles: readonly string[];
	/** Cells between border and text, on the left and right. */
	readonly padding: number;
	/** Whether a box without a border stands in brackets. */
	readonly bracketed: boolean;
	/** Whether boxes have a border above and below; without one a box is a single row. */
	readonly framed: boolean;
}

/** The texts of a diagram as the zoom shows them. */
export function measure(diagram: Diagram, options: LayoutOptions): Contents {
	const framed = options.zoom === 'full' || options.zoom === 'compact';
	return {
		nodes: diagram.nodes.map(node => content(node, options)),
		edges: diagram.edges.map(edge => (framed && edge.label ? label(edge.label, options) : undefined)),
		titles: diagram.lanes.map(lane => harmless(lane.name)),
		padding: framed ? 1 : 0,
		bracketed: options.zoom === 'ids',
		framed,
	};
}

/** Times the columns that the label of an edge may take on one line: a second one of a word or two is more to read. */
const onOneLine = 1.35;

function label(text: string, {zoom, wrap: columns}: LayoutOptions): Block {
	const shown = harmless(text);
	if (zoom !== 'full') return block([cut(shown, columns)]);
	return block(width(shown) <= columns * onOneLine ? [shown] : wrapped(shown, columns));
}

function content(node: Node, {zoom, wrap: columns}: LayoutOptions): Content {
	if (zoom === 'map') return {lines: [''], width: 1};
	if (zoom === 'ids') return block([harmless(node.id)]);
	const [title = '', ...items] = harmless(node.label).split(node.shape === 'taskbox' ? '|' : /(?!)/);
	if (zoom === 'compact') return block([cut(title, columns)]);
	const list = items.flatMap(item =>
		wrapped(item.trim(), columns - 2).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)),
	);
	const above = [...wrapped(title, columns), ...list];
	const below = node.shape === 'taskbox' ? roles(node).flatMap(line => wrapped(line, columns)) : [];
	if (below.length === 0) return block(above);
	return {...block([...above, ...below]), rule: above.length};
}

/** Times the columns that a word may take before it is broken. */
const tolerance = 1.5;

/** `text` in lines of `columns`, wider where a word is a little wider: a broken word is misread. */
function wrapped(text: string, columns: number): string[] {
	const longest = width(text) <= columns ? 0 : widestWord(text);
	return wrap(text, longest <= columns * tolerance ? Math.max(columns, longest) : columns);
}

function roles(node: Node): string[] {
	const owner = node.attributes.get('owner');
	const system = node.attributes.get('system');
	return [...(owner ? [`by ${harmless(owner)}`] : []), ...(system ? [`in ${harmless(system)}`] : [])];
}

function block(lines: readonly string[]): Block {
	return {lines, width: widest(lines)};
}

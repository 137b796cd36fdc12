/** Looks cells up for a frame: glyphs by what is walked, runs of one look. */
import type {Layout} from '../layout/geometry.js';
import type {Bands} from './bands.js';
import {type Canvas, type CharacterSet, dark, type Light, type Lit, type Role, type Run} from './canvas.js';
import type {Cell, Crossroads, Glyph} from './cells.js';
import {addRow} from './lines.js';
import {attentionMark, type Weight} from './shapes.js';
import {heads, laneBorder, laneCrossing, strokeGlyph} from './strokes.js';

/** A readable canvas over the cells of a drawing. */
export function viewOf(cells: Bands, layout: Layout, set: CharacterSet): Canvas {
	const edges = new Map(layout.edges.map(edge => [edge.id, edge]));
	const row = (y: number, from: number, to: number, light: Light): Run[] => {
		const arms = (ids: ReadonlySet<string> | undefined): Uint8Array | undefined => {
			if (!ids || ids.size === 0) return undefined;
			const sum = new Uint8Array(Math.max(0, to - from));
			for (const id of ids) {
				const edge = edges.get(id);
				if (edge) addRow(edge, y, from, sum);
			}
			return sum;
		};
		const frame = {light, set, walked: arms(light.edges), marked: arms(light.marked)};
		return runsOf(cells.slice(y, from, to), frame);
	};
	const lines = function* (light: Light): Generator<string> {
		for (let y = 0; y < layout.height; y++) {
			const text = row(y, 0, layout.width, light).map(run => run.text);
			yield `${text.join('').trimEnd()}\n`;
		}
	};
	return {
		width: layout.width,
		height: layout.height,
		row: (y, from, to, light = dark) => row(y, from, to, light),
		lines: (light = dark) => lines(light),
		text: (light = dark) => [...lines(light)].join(''),
		at(x, y) {
			const cell = cells.get(x, y);
			return ownerOf(cell?.type === 'tail' ? cells.get(x - 1, y) : cell, layout);
		},
	};
}

function ownerOf(cell: Cell | undefined, layout: Layout): ReturnType<Canvas['at']> {
	if (cell?.type === 'glyph') return {kind: cell.kind, id: cell.id};
	if (cell?.type === 'border') return {kind: 'node', id: cell.id};
	const edge = cell?.type === 'lines' ? layout.edges[cell.edge] : undefined;
	return edge && {kind: 'edge', id: edge.id};
}

/** What lights up a row: the arms of walked and of marked lines, by column. */
interface Frame {
	readonly light: Light;
	readonly set: CharacterSet;
	readonly walked: Uint8Array | undefined;
	readonly marked: Uint8Array | undefined;
}

interface Look {
	readonly text: string;
	readonly width: number;
	readonly role: Role;
	readonly lit: Lit;
}

const blank: Look = {text: ' ', width: 1, role: 'blank', lit: 'plain'};

function runsOf(cells: readonly (Cell | undefined)[], frame: Frame): Run[] {
	const runs: Run[] = [];
	let open: Look | undefined;
	let text = '';
	let columns = 0;
	for (let i = 0, next = 0; i < cells.length; i = next) {
		next = endOfSame(cells, i);
		const look = lookAt(cells, i, frame);
		if (!look) continue;
		const count = next - i;
		if (open && open.role === look.role && open.lit === look.lit) {
			text += look.text.repeat(count);
			columns += look.width * count;
			continue;
		}
		if (open) runs.push({text, width: columns, role: open.role, lit: open.lit});
		open = look;
		text = look.text.repeat(count);
		columns = look.width * count;
	}
	if (open) runs.push({text, width: columns, role: open.role, lit: open.lit});
	return runs;
}

/** Where the neighbours end that are one and the same cell as `i`, and so look alike: none of them is a line, or wide. */
function endOfSame(cells: readonly (Cell | undefined)[], i: number): number {
	const cell = cells[i];
	let end = i + 1;
	while (end < cells.length && cells[end] === cell) end += 1;
	return end;
}

/** The look of cell `i`; undefined for the right half of a wide glyph that is in sight. */
function lookAt(cells: readonly (Cell | undefined)[], i: number, frame: Frame): Look | undefined {
	const {light} = frame;
	const cell = cells[i];
	if (!cell) return blank;
	if (cell.type === 'tail') return i === 0 ? blank : undefined;
	if (cell.type === 'lines') return lineLook(cell, i, frame);
	if (cell.type === 'border') {
		const lit = litNode(cell.id, light);
		return isHidden(lit, light)
			? blank
			: {text: cell.glyphs[weightOf(cell.id, light)], width: 1, role: 'border', lit};
	}
	if (i + cell.width > cells.length) return blank;
	const lit = litGlyph(cell, light);
	if (cell.kind !== 'lane' && isHidden(lit, light))
		return {...blank, text: ' '.repeat(cell.width), width: cell.width};
	return {text: signOf(cell, frame), width: cell.width, role: cell.role, lit};
}

/** What a glyph shows: in the frame of a node, marks of a token, of attention and of a breakpoint where there are any. */
function signOf({id, text, token, breakpoint}: Glyph, {light, set}: Frame): string {
	const {tokens, resting, marked, breakpoints} = light;
	if (token && tokens.has(id)) return resting?.has(id) ? token.rests : token.moves;
	if (token && marked?.has(id)) return attentionMark[set];
	return breakpoint && breakpoints?.has(id) ? breakpoint : text;
}

function isHidden(lit: Lit, light: Light): boolean {
	return light.only === true && lit === 'plain';
}

/** How heavy the border of a node is: a mark changes nothing of that. */
function weightOf(id: string, {tokens, resting, nodes}: Light): Weight {
	if (tokens.has(id)) return resting?.has(id) ? 'walked' : 'token';
	return nodes.has(id) ? 'walked' : 'plain';
}

function litGlyph({kind, id}: Glyph, light: Light): Lit {
	if (kind === 'lane') return id === light.lane ? 'marked' : 'plain';
	return kind === 'node' ? litNode(id, light) : litEdge(id, light);
}

function litNode(id: string, light: Light): Lit {
	if (light.tokens.has(id)) return 'token';
	return light.marked?.has(id) ? 'marked' : weightOf(id, light);
}

function litEdge(id: string, light: Light): Lit {
	if (light.marked?.has(id)) return 'marked';
	return light.edges.has(id) ? 'walked' : 'plain';
}

function lineLook(cell: Crossroads, i: number, {light, set, walked, marked}: Frame): Look {
	const {dashed, head, lane} = cell;
	const heavy = walked?.[i] ?? 0;
	if (light.only && heavy === 0)
		return lane ? {text: laneBorder[set], width: 1, role: 'lane', lit: 'plain'} : blank;
	const arms = light.only ? heavy : cell.arms;
	const lit = marked?.[i] ? 'marked' : heavy ? 'walked' : 'plain';
	if (head) return {text: marked?.[i] ? attentionMark[set] : heads[set][head], width: 1, role: 'head', lit};
	const text = lane ? laneCrossing(set, heavy !== 0) : strokeGlyph(set, arms, heavy, dashed);
	return {text, width: 1, role: 'line', lit};
}

/** Looks cells up for a frame: glyphs by what is walked, runs of one look. */
import type {Layout} from '../layout/geometry.js';
import type {Canvas, CharacterSet, Light, Lit, Role, Run} from './canvas.js';
import type {Cell, Cells, Crossroads} from './cells.js';
import {heads, laneCrossing, strokeGlyph} from './strokes.js';

const nothing: ReadonlySet<string> = new Set();
const dark: Light = {edges: nothing, nodes: nothing, tokens: nothing};

/** A readable canvas over painted cells. */
export function viewOf(cells: Cells, layout: Layout, set: CharacterSet): Canvas {
	return {
		width: layout.width,
		height: layout.height,
		row: (y, from, to, light = dark) => runsOf(cells.slice(y, from, to), light, set),
		text(light = dark) {
			let text = '';
			for (let y = 0; y < layout.height; y++) {
				const runs = runsOf(cells.slice(y, 0, layout.width), light, set);
				text += `${runs
					.map(run => run.text)
					.join('')
					.trimEnd()}\n`;
			}
			return text;
		},
		at(x, y) {
			const cell = cells.get(x, y) ?? undefined;
			if (cell?.type === 'tail') return ownerOf(cells.get(x - 1, y));
			return ownerOf(cell);
		},
	};
}

function ownerOf(cell: Cell | undefined): ReturnType<Canvas['at']> {
	if (cell?.type === 'glyph') return {kind: cell.kind, id: cell.id};
	if (cell?.type === 'border') return {kind: 'node', id: cell.id};
	const edge = cell?.type === 'lines' ? cell.strokes[0]?.edge : undefined;
	return edge === undefined ? undefined : {kind: 'edge', id: edge};
}

interface Look {
	readonly text: string;
	readonly width: number;
	readonly role: Role;
	readonly lit: Lit;
}

const blank: Look = {text: ' ', width: 1, role: 'blank', lit: 'plain'};

function runsOf(cells: readonly (Cell | undefined)[], light: Light, set: CharacterSet): Run[] {
	const runs: Run[] = [];
	let open: Look | undefined;
	let text = '';
	let columns = 0;
	for (let i = 0; i < cells.length; i++) {
		const look = lookAt(cells, i, light, set);
		if (!look) continue;
		if (open && open.role === look.role && open.lit === look.lit) {
			text += look.text;
			columns += look.width;
			continue;
		}
		if (open) runs.push({text, width: columns, role: open.role, lit: open.lit});
		open = look;
		text = look.text;
		columns = look.width;
	}
	if (open) runs.push({text, width: columns, role: open.role, lit: open.lit});
	return runs;
}

/** The look of cell `i`; undefined for the right half of a wide glyph that is in sight. */
function lookAt(
	cells: readonly (Cell | undefined)[],
	i: number,
	light: Light,
	set: CharacterSet,
): Look | undefined {
	const cell = cells[i];
	if (!cell) return blank;
	if (cell.type === 'tail') return i === 0 ? blank : undefined;
	if (cell.type === 'lines') return lineLook(cell, light, set);
	if (cell.type === 'border') {
		const lit = litNode(cell.id, light);
		return {text: cell.glyphs[lit], width: 1, role: 'border', lit};
	}
	if (i + cell.width > cells.length) return blank;
	const lit =
		cell.kind === 'node' ? litNode(cell.id, light) : cell.kind === 'edge' ? litEdge(cell.id, light) : 'plain';
	return {
		text: lit === 'token' && cell.token ? cell.token : cell.text,
		width: cell.width,
		role: cell.role,
		lit,
	};
}

function litNode(id: string, light: Light): Lit {
	if (light.tokens.has(id)) return 'token';
	if (light.marked?.has(id)) return 'marked';
	return light.nodes.has(id) ? 'walked' : 'plain';
}

function litEdge(id: string, light: Light): Lit {
	if (light.marked?.has(id)) return 'marked';
	return light.edges.has(id) ? 'walked' : 'plain';
}

function lineLook({strokes, head, lane}: Crossroads, light: Light, set: CharacterSet): Look {
	let all = 0;
	let heavy = 0;
	let dashed = true;
	let lit: Lit = 'plain';
	for (const stroke of strokes) {
		all |= stroke.arms;
		dashed &&= stroke.dashed;
		const own = litEdge(stroke.edge, light);
		if (own === 'walked') heavy |= stroke.arms;
		if (own !== 'plain' && lit !== 'marked') lit = own;
	}
	if (head) return {text: heads[set][head], width: 1, role: 'head', lit};
	const text = lane === undefined ? strokeGlyph(set, all, heavy, dashed) : laneCrossing(set, heavy !== 0);
	return {text, width: 1, role: 'line', lit};
}

/** The whole drawing in a few cells, where it is larger than the view. */
import type {CharacterSet} from '../canvas/canvas.js';
import {tokenMark} from '../canvas/shapes.js';
import {walked} from '../run/walked.js';
import {lightOf} from '../session/light.js';
import {here, type Session} from '../session/session.js';
import {viewOf} from '../session/view.js';
import type {Piece, Row} from './line.js';

/** What the part in view is filled with: neither a node nor the wall beside the map. */
const ground: Readonly<Record<CharacterSet, string>> = {unicode: '·', cp437: '·', ascii: '.'};

/** The map under its heading, in at most `rows` rows; none where all is in sight. */
export function mapPanel(session: Session, columns: number, rows: number): Row[] {
	const map = mapRows(session, columns, Math.max(1, rows - 1));
	return map.length > 0 ? [[['title', 'MAP']], ...map] : [];
}

/** A dot a node, on the part in view a dotted ground, which is inverse where nodes fill it; no rows where all is in sight. */
export function mapRows(session: Session, columns: number, rows: number): Row[] {
	const {layout} = session.drawing;
	const {camera} = session;
	const view = viewOf(session);
	if (layout.width <= view.width && layout.height <= view.height) return [];
	const width = Math.min(columns, layout.width);
	const height = Math.min(rows, layout.height);
	const toX = (x: number) => Math.min(width - 1, Math.floor((x * width) / layout.width));
	const toY = (y: number) => Math.min(height - 1, Math.floor((y * height) / layout.height));
	const [left, right] = [toX(camera.x), toX(camera.x + view.width - 1)];
	const [top, bottom] = [toY(camera.y), toY(camera.y + view.height - 1)];
	const inView = (x: number, y: number) => x >= left && x <= right && y >= top && y <= bottom;
	const free: Piece = ['dim', ground[session.characters]];
	const cells = Array.from({length: height}, (_, y) =>
		Array.from({length: width}, (__, x): Piece => (inView(x, y) ? free : ' ')),
	);
	const {nodes} = walked(session.run);
	const {resting} = lightOf(session);
	const at = here(session);
	const {moves, rests} = tokenMark[session.characters];
	const unwalked: Piece = ['plain', '○'];
	const signs: readonly Piece[] = [unwalked, ['walked', '■'], ['token', rests], ['token', moves]];
	const rank = (id: string) => (id === at ? 3 : resting?.has(id) ? 2 : Number(nodes.has(id)));
	// Several nodes may share a cell: then it tells where the token is, else where one waits, else that it was there.
	for (const box of layout.nodes.toSorted((one, other) => rank(one.id) - rank(other.id))) {
		const row = cells[toY(box.y + box.height / 2)];
		if (row) row[toX(box.x + box.width / 2)] = signs[rank(box.id)] ?? ' ';
	}
	// Where nodes fill all of it there is no ground to be seen.
	if (cells.some(row => row.includes(free))) return cells;
	return cells.map((row, y) =>
		row.map((cell, x): Piece => (cell === unwalked && inView(x, y) ? ['picked', '○'] : cell)),
	);
}

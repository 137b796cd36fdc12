/** What the ids and signs of a small drawing stand for. */
import {dots, tokenMark} from '../canvas/shapes.js';
import type {Shape} from '../diagram/diagram.js';
import {here, type Session} from '../session/session.js';
import {viewOf} from '../session/view.js';
import {cut, harmless, pad, widest} from '../text.js';
import {around} from './around.js';
import type {Row} from './line.js';

/** In at most `rows` rows of `columns`; none where the drawing has labels, and in a blind drill, where most are hidden. */
export function keyRows(session: Session, columns: number, rows: number): Row[] {
	if (rows < 1 || session.drill.blind) return [];
	switch (session.drawing.sight.zoom) {
		case 'ids':
			return idRows(session, columns, rows);
		case 'map':
			return [signRow(session)];
		default:
			return [];
	}
}

/** Columns between two entries, and of an entry, at least. */
const [gap, leastEntry] = [3, 24];

/** The nodes in view, side by side where they are many; those round the token where there is no room for all. */
function idRows(session: Session, columns: number, rows: number): Row[] {
	const nodes = nodesInView(session);
	const most = Math.max(1, Math.floor((columns + gap) / (leastEntry + gap)));
	const across = Math.min(most, Math.ceil(nodes.length / rows));
	const room = Math.floor((columns + gap) / across) - gap;
	const ids = widest(nodes.map(({id}) => harmless(id)));
	const labels = Math.min(Math.max(0, room - ids - 2), widest(nodes.map(({label}) => harmless(label))));
	const at = nodes.findIndex(({id}) => id === here(session));
	const shown = around(nodes, at, rows * across);
	const high = Math.ceil(shown.length / across);
	const entries = shown.map(({id, label}, place): Row => {
		const before = place < high ? '' : ' '.repeat(gap);
		return [before, ['strong', pad(harmless(id), ids)], `  ${pad(cut(harmless(label), labels), labels)}`];
	});
	return Array.from({length: high}, (_, y) => entries.filter((_, place) => place % high === y).flat());
}

function nodesInView(session: Session) {
	const {drawing, diagram, camera} = session;
	const right = camera.x + viewOf(session).width;
	const boxes = drawing.layout.nodes.filter(({x, width}) => x < right && x + width > camera.x);
	return boxes.map(({id}) => diagram.node(id));
}

const shapes: Readonly<Record<Shape, string>> = {
	rectangle: 'step',
	taskbox: 'task',
	diamond: 'decision',
	circle: 'start, end',
};

/** The signs of the shapes that there are, and of the token. */
function signRow({diagram, characters}: Session): Row {
	const used = new Set(diagram.nodes.map(({shape}) => shape));
	return [
		...Array.from(used, shape => `${dots[characters][shape]} ${shapes[shape]}   `),
		['token', tokenMark[characters].moves],
		' the token is here',
	];
}

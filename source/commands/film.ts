/** The drawing as it stood at each thing that happened in a drill, seen through a view that follows the token. */
import {type Canvas, type CharacterSet, dark, type Light, type Lit} from '../canvas/canvas.js';
import type {Account} from '../drill/account.js';
import {type CastSize, drawingRows} from '../drill/formats/cast.js';
import {defaultLayout} from '../layout/geometry.js';
import {standing} from '../run/walked.js';
import {type Camera, hold, reveal} from '../session/camera.js';
import {drawingOf} from '../session/drawing.js';
import type {Recorded} from './record.js';

/** A drawing for each happening of the account, in its order, made when it is asked for. */
export function* filmOf(
	{diagram, replayed}: Recorded,
	{timeline}: Account,
	size: CastSize,
	characters: CharacterSet,
): Generator<readonly string[], void> {
	const {layout, canvas, boxes} = drawingOf(diagram, defaultLayout, characters);
	const view = {width: size.columns, height: drawingRows(size)};
	let camera: Camera = {x: 0, y: 0, follow: true};
	const drawn = (light: Light) =>
		Array.from({length: view.height}, (_, y) =>
			coloured(canvas, camera.y + y, camera.x, camera.x + view.width, light),
		);
	let drawing = drawn(dark);
	for (const {seq} of timeline) {
		const run = replayed.at.get(seq);
		const node = run?.steps.last?.node;
		const box = node === undefined ? undefined : boxes.get(node);
		if (box && node !== undefined && diagram.has(node)) {
			const near = diagram.out(node).flatMap(({to}) => boxes.get(to) ?? []);
			camera = hold(reveal(camera, view, box, near), view, layout);
		}
		if (run) drawing = drawn(standing(run));
		yield drawing;
	}
}

const colours: Readonly<Record<Lit, string>> = {
	plain: '',
	walked: '\x1b[1;36m',
	token: '\x1b[1;33m',
	marked: '\x1b[7m',
};
const plain = '\x1b[0m';

/** A row of the drawing with the way walked in colour: bold cyan, tokens bold yellow. */
function coloured(canvas: Canvas, y: number, from: number, to: number, light: Light): string {
	let [row, before]: [string, Lit] = ['', 'plain'];
	for (const {text, lit} of canvas.row(y, from, to, light)) {
		row += lit === before ? text : `${colours[before] && plain}${colours[lit]}${text}`;
		before = lit;
	}
	return colours[before] ? row + plain : row.trimEnd();
}

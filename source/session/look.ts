/** What moves the view. */
import {fewestColumns, foldedSight, sights} from '../layout/fit.js';
import {type NodeBox, type Sight, sightOf, type Zoom, zooms} from '../layout/geometry.js';
import {plural} from '../numbers.js';
import {canEnd, startsOf} from '../paths/network.js';
import {harmless} from '../text.js';
import {anchorOf} from './anchor.js';
import {centreOn, reveal} from './camera.js';
import {drawingOf} from './drawing.js';
import {keyFor} from './key-names.js';
import {here, hidden, isKnown, laneAsked, nothingCalled, type Session, told} from './session.js';
import {held, viewOf} from './view.js';

export function pan(session: Session, x: number, y: number): Session {
	const {camera} = session;
	return {...session, camera: {...camera, x: camera.x + x, y: camera.y + y}};
}

/** Moves the view by parts of its own size. */
export function page(session: Session, x: number, y: number): Session {
	const {width, height} = viewOf(session);
	return pan(session, Math.round(x * width), Math.round(y * height));
}

/** Moves the view to the left (-1) or right (1) end of the drawing. */
export function edge(session: Session, x: -1 | 1): Session {
	return {...session, camera: {...session.camera, x: x < 0 ? 0 : session.drawing.layout.width}};
}

/** Centres the view on the token. */
export function centre(session: Session): Session {
	const at = here(session);
	return at === undefined ? session : showNode(session, at);
}

/** Centres the view on a node. */
export function showNode(session: Session, id: string): Session {
	const box = session.drawing.boxes.get(id);
	return box ? {...session, camera: centreOn(session.camera, viewOf(session), box)} : session;
}

/** Centres the view on a node and marks it. */
export function showFound(session: Session, id: string): Session {
	if (!session.diagram.has(id)) return session;
	const query = harmless(session.diagram.node(id).label);
	return showNode({...session, found: {query, nodes: [id], at: 0, holds: true}}, id);
}

/** Shows where the process starts or ends; the first such node in the file. */
export function showEnd(session: Session, what: 'start' | 'end'): Session {
	const {diagram} = session;
	const ends = diagram.nodes.filter(({id}) => canEnd(diagram, id));
	const end = ends.find(({shape}) => shape === 'circle') ?? ends[0];
	const id = what === 'start' ? startsOf(diagram)[0] : end?.id;
	if (id === undefined) return told(session, nothingCalled(session, `the process has no ${what}`), true);
	return isKnown(session)({id}) ? showNode(session, id) : told(session, hidden, true);
}

/** Shows the lane before or after the one asked for last, or that of what the view is about where it has moved: a box of it at least. */
export function showLane(session: Session, by: 1 | -1): Session {
	const view = viewOf(session);
	const {lanes} = session.drawing.layout;
	const index = Math.max(0, Math.min(lanes.length - 1, laneInView(session) + by));
	const lane = lanes[index];
	if (!lane) return session;
	const along = {...centreOn(session.camera, view, lane), x: session.camera.x};
	const box = boxNearest(session, lane.id);
	const shown = held({...session, camera: box ? {...along, x: reveal(along, view, box, []).x} : along});
	return told(
		{...shown, lane: {index, x: shown.camera.x, y: shown.camera.y}},
		`lane ${index + 1} of ${lanes.length}: ${lane.title}`,
	);
}

/** The box of a lane that is nearest to the middle of the view, from left to right. */
function boxNearest(session: Session, lane: string): NodeBox | undefined {
	const {camera, drawing, diagram} = session;
	const middle = camera.x + viewOf(session).width / 2;
	const far = ({x, width}: NodeBox) => Math.abs(x + width / 2 - middle);
	const boxes = drawing.layout.nodes.filter(({id}) => diagram.node(id).lane === lane);
	return boxes.reduce<NodeBox | undefined>(
		(best, box) => (best && far(best) <= far(box) ? best : box),
		undefined,
	);
}

/** At the ends of the drawing the view does not get to the middle of a lane: there the one asked for counts. */
function laneInView(session: Session): number {
	const {lanes} = session.drawing.layout;
	const asked = laneAsked(session);
	const about = anchorOf(session);
	const lane = asked ?? (about === undefined ? undefined : session.diagram.node(about).lane);
	return Math.max(
		0,
		lanes.findIndex(({id}) => id === lane),
	);
}

const zoomWords: Readonly<Record<Zoom, string>> = {
	full: 'zoom full: labels are whole',
	compact: 'zoom compact: labels take a line',
	ids: 'zoom ids: nodes by their ids',
	map: 'zoom map: a sign for a node',
};

/** Draws larger or smaller round what the view is about. */
export function zoom(session: Session, by: 1 | -1): Session {
	const {zoom, wrap} = session.drawing.sight;
	// A drawing that was narrowed to fit becomes wide before it becomes another.
	const isNarrow = by > 0 && wrap < sightOf(zoom).wrap && !isFolded(session);
	const next = isNarrow ? zoom : zooms[zooms.indexOf(zoom) + by];
	if (!next) return told(session, by > 0 ? 'nothing larger' : 'nothing smaller');
	return told(showAs(session, likeNow(session, next)), zoomWords[next]);
}

/** Folds the lanes so that they are no wider than the view, or draws them at full length again. */
export function foldLanes(session: Session): Session {
	const {drawing, diagram} = session;
	const {sight, layout} = drawing;
	if (isFolded(session))
		return told(showAs(session, sightOf(sight.zoom)), 'the lanes are at their full length');
	if (layout.width <= viewOf(session).width)
		return told(session, 'there is nothing to fold: no lane is too long', true);
	const folded = foldedNow(session, sight.zoom);
	if (folded) return told(showAs(session, folded), 'the lanes are folded to the width of the window');
	return told(session, `${plural(diagram.nodes.length, 'node')} ${cannotFold(session)}`, true);
}

/** Nodes beyond which to fold takes longer than a key may. */
const mostFolded = 500;

/** Why the lanes cannot be folded, and what can be done instead. */
function cannotFold(session: Session): string {
	const {zoom} = session.drawing.sight;
	const isMany = session.diagram.nodes.length > mostFolded;
	const why = isMany ? 'are too many to fold' : `cannot be folded here at zoom ${zoom}`;
	return zoom === zooms[0] ? why : `${why}: ${keyFor(session, 'zoom-out')} draws smaller`;
}

/** The lanes folded anew where they are folded: the window is another one. */
export function refolded(session: Session): Session {
	return isFolded(session) ? showAs(session, likeNow(session, session.drawing.sight.zoom)) : session;
}

function isFolded({drawing}: Session): boolean {
	return drawing.sight.fold < Number.POSITIVE_INFINITY;
}

/** How `zoom` is seen, folded where the lanes are folded now. */
function likeNow(session: Session, zoom: Zoom): Sight {
	return (isFolded(session) ? foldedNow(session, zoom) : undefined) ?? sightOf(zoom);
}

function foldedNow(session: Session, zoom: Zoom): Sight | undefined {
	const {diagram, characters} = session;
	if (diagram.nodes.length > mostFolded) return undefined;
	const widthOf = (sight: Sight) => drawingOf(diagram, sight, characters).layout.width;
	const columns = viewOf(session).width;
	for (let fewest = fewestColumns; fewest > 0; fewest--) {
		const sight = foldedSight(zoom, {columns, fewest}, widthOf);
		if (sight) return sight;
	}
	return undefined;
}

/** Cells that a node with its label and its lines takes at the least. */
const leastCells = 40;

/** The most readable drawing that is in sight as a whole; the smallest that names nodes where none is. */
export function fit(session: Session): Session {
	const {width, height} = viewOf(session);
	const small = session.diagram.nodes.length * leastCells > width * height;
	const tried = small ? sights.slice(-2) : sights;
	const fitting = tried.find(sight => {
		const {layout} = drawingOf(session.diagram, sight, session.characters);
		return layout.width <= width && layout.height <= height;
	});
	const shown = showAs(session, fitting ?? sightOf('ids'));
	return told(
		shown,
		`${zoomWords[shown.drawing.sight.zoom]}; ${fitting ? 'all is in sight' : 'it is larger than the screen'}`,
	);
}

function showAs(session: Session, sight: Sight): Session {
	const drawing = drawingOf(session.diagram, sight, session.characters);
	return showNode({...session, drawing}, anchorOf(session) ?? '');
}

/** Lets the view follow the token, or stay where it is. */
export function follow(session: Session): Session {
	const camera = {...session.camera, follow: !session.camera.follow};
	const at = here(session);
	const box = camera.follow && at !== undefined ? session.drawing.boxes.get(at) : undefined;
	return told(
		{...session, camera: box ? reveal(camera, viewOf(session), box, []) : camera},
		camera.follow ? 'the view follows the token' : 'the view stays',
	);
}

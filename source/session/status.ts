/** What the header and the status line say, in words. */
import {clock} from '../drill/clock.js';
import {baseName} from '../drill/opening.js';
import {plural} from '../numbers.js';
import {type Problem, place, type Severity, type Source} from '../problem.js';
import {cut, harmless} from '../text.js';
import {lasted} from './clock.js';
import {isGuided} from './guide.js';
import {tokenWords} from './reading.js';
import {here, type Session} from './session.js';
import {viewOf} from './view.js';

/** `HH:MM:SS` since the drill began, pauses left out. */
export function elapsed(session: Session): string {
	return clock(lasted(session));
}

/** Columns that a long name is cut to, from long to short. */
const namesCut = [48, 32, 20];

/** Columns that the name of a lane is cut to. */
const laneCut = 12;

/** `Lane › Node` of the token, the lane cut or left out, and of a long name the beginning; of several tokens, which one that is. */
export function whereabouts(session: Session): readonly string[] {
	const at = here(session);
	if (at === undefined) return ['no token yet'];
	const node = session.diagram.node(at);
	const label = harmless(node.label);
	const begun = namesCut.map(columns => cut(label, columns)).filter(text => text !== label);
	const lane = harmless(session.diagram.lane(node.lane).name);
	const places = [...new Set([`${lane} › ${label}`, `${cut(lane, laneCut)} › ${label}`, label, ...begun])];
	return session.run.tokens.size < 2 ? places : tokenWords(session, places);
}

/** `node 11/20`: which node of the file the token is at; empty where there is none, and where what lies ahead is hidden. */
export function nodeNumber(session: Session): string {
	const {nodes} = session.diagram;
	const at = nodes.findIndex(({id}) => id === here(session));
	return at < 0 || session.drill.blind ? '' : `node ${at + 1}/${nodes.length}`;
}

/** How many columns and rows of the drawing lie beyond each end of the view: `◄71 ▼13`, or in short beyond which: `◄▼`; none where all is in sight. */
export function beyond(session: Session): readonly string[] {
	const {layout} = session.drawing;
	const {camera} = session;
	const {width, height} = viewOf(session);
	const ends: readonly [string, number][] = [
		['◄', camera.x],
		['►', layout.width - camera.x - width],
		['▲', camera.y],
		['▼', layout.height - camera.y - height],
	];
	const hidden = ends.filter(([, cells]) => cells > 0);
	if (hidden.length === 0) return [];
	return [
		hidden.map(([arrow, cells]) => `${arrow}${cells}`).join(' '),
		hidden.map(([arrow]) => arrow).join(''),
	];
}

/** `2 errors`, else `1 warning`, as `check` counts them; empty where there are hints at most. */
export function problemCount({problems}: Session): string {
	return countOf(problems, 'error') || countOf(problems, 'warning');
}

/** `2 errors from line 7 on`; empty where there is none. */
export function errorWords(problems: readonly Problem[], source: Source): string {
	const starts = problems.flatMap(({severity, span}) => (severity === 'error' ? [span.start] : []));
	if (starts.length === 0) return '';
	const {line} = place(source, Math.min(...starts));
	return starts.length === 1
		? `1 error in line ${line}`
		: `${plural(starts.length, 'error')} from line ${line} on`;
}

function countOf(problems: readonly Problem[], severity: Severity): string {
	const {length} = problems.filter(problem => problem.severity === severity);
	return length === 0 ? '' : plural(length, severity);
}

/** What became of the file: `a.fz is gone`; not yet harmless. */
export function missingWords({source: {name}, missing}: Session): string {
	return `${name} ${missing === 'gone' ? 'is gone' : 'cannot be read'}`;
}

/** Why the record is not safe, for as long as that lasts; empty where it is. */
export function unsafeWords({drill}: Session): string {
	const problem = drill.record?.problem;
	return problem === undefined ? '' : `NOT SAFE: ${harmless(problem)}`;
}

/** What the run follows, for as long as it does: `route 3`; empty where it follows nothing. */
export function guideWords({run, guide}: Session): string {
	return guide && isGuided(run, guide) ? guide.name : '';
}

/** What a terminal that sends the mouse to a program needs for what it does by itself otherwise. */
export const mouseWords = 'mouse on: to select text hold Shift (Option on a Mac)';

/** The file's name without its folders. */
export function fileName(session: Session): string {
	return harmless(baseName(session.source.name));
}

/** What opens on top of the drawing or beside it, and what is folded away. */
import {baseName} from '../drill/opening.js';
import {standardInput} from '../problem.js';
import type {FieldName, PageName, PanelName, QuestionName} from './action.js';
import {keptInSight} from './anchor.js';
import {isWindow, kindOf, type Size} from './arrange.js';
import {asksExpected} from './drill.js';
import {guided} from './guide.js';
import {keyFor} from './key-names.js';
import {isNote, reasonFor} from './notes.js';
import {prospectsOf, prospectWords, verdictOf} from './prospects.js';
import {routesOpened} from './routes.js';
import {
	foundNow,
	hidden,
	lastLines,
	letGo,
	newPanel,
	type Panel,
	type Session,
	told,
	tooLate,
} from './session.js';

/**
 * How a panel takes part: a `page` covers the drawing, a `list` and the `routes` stand beside it and are picked from,
 * a `field` takes what is typed. Undefined for what only stands there: the details of a node, the trail, the map.
 */
type Layer = 'page' | 'list' | 'routes' | 'field' | 'question';

const layers: Readonly<Record<PanelName, Layer | undefined>> = {
	help: 'page',
	problems: 'page',
	notes: 'page',
	details: undefined,
	trail: undefined,
	map: undefined,
	routes: 'routes',
	palette: 'list',
	search: 'field',
	branch: 'field',
	note: 'field',
	why: 'field',
	action: 'field',
	inject: 'field',
	expect: 'field',
	export: 'field',
	copy: 'question',
	'copy drawing': 'question',
	resume: 'question',
	quit: 'question',
};

/** How the panel `name` takes part; undefined too where there is none. */
export function layerOf(name: PanelName | undefined): Layer | undefined {
	return name && layers[name];
}

/** The page that covers the drawing, if one does. */
export function pageOver({panel}: Session): PageName | undefined {
	return panel && isPage(panel.name) ? panel.name : undefined;
}

/** The field that is open, if one is. */
export function fieldOf({panel}: Session): FieldName | undefined {
	return panel && isField(panel.name) ? panel.name : undefined;
}

/** The question that is asked, if one is. */
export function questionOf({panel}: Session): QuestionName | undefined {
	return panel && isQuestion(panel.name) ? panel.name : undefined;
}

/** The keys that say yes. `, y Enter` takes a branch: where nothing is to decide it must hand nothing to a clipboard. */
export function yesTo(question: PanelName | undefined): readonly string[] {
	return question === 'copy' || question === 'copy drawing' ? ['y'] : ['y', 'enter'];
}

function isPage(name: PanelName): name is PageName {
	return layers[name] === 'page';
}

function isField(name: PanelName): name is FieldName {
	return layers[name] === 'field' || name === 'palette';
}

function isQuestion(name: PanelName): name is QuestionName {
	return layers[name] === 'question';
}

/** Whether to quit would lose what was written down, so that the person is asked. */
export function asksToQuit({drill, notes, panel}: Session): boolean {
	const {record} = drill;
	const isSafe = record !== undefined && record.problem === undefined;
	return !isSafe && notes.some(({type}) => type !== 'inject') && panel?.name !== 'quit';
}

/** Opens a panel, with `text` in its field, or closes it where it is open. */
export function openPanel(session: Session, name: PanelName, text = textFor(session, name)): Session {
	if (session.panel?.name === name) return {...session, panel: undefined};
	if (!hasRoom(name, session.size)) return told(session, 'this window is too small for that', true);
	if (name === 'problems' && !hasMistakes(session))
		return told(session, 'no mistakes; `flowzap-tui check` tells what hurts a drill');
	if (name === 'expect' && session.drill.endSeen) return told(session, tooLate, true);
	if ((name === 'routes' || name === 'map') && session.drill.blind) return told(session, hidden, true);
	const decides = session.run.state === 'choosing';
	if (name === 'branch' && !decides) return told(session, 'there is nothing to decide here', true);
	// A person who has begun to type must not be left with keys that do something else.
	if (name === 'why' && !decides)
		return told(openPanel(session, 'note'), 'there is nothing to decide here: this will be a note');
	const begun = name === 'routes' ? routesOpened(session) : name === 'trail' ? {at: lastLines} : {};
	// A list is wide: the view becomes narrower beside it.
	return keptInSight(session, {...session, panel: {...newPanel(session, name, text), ...begun}});
}

function hasMistakes({problems, complaints, missing}: Session): boolean {
	return problems.length > 0 || complaints.length > 0 || missing !== undefined;
}

/** What stands in a field when it opens. */
function textFor(session: Session, name: PanelName): string {
	if (name === 'export') return exportName(session.source.name);
	return name === 'why' ? (reasonFor(session.notes, session.run) ?? '') : '';
}

function exportName(file: string): string {
	const name = baseName(file);
	return `${name === standardInput ? 'drill' : name.replace(/\.fz$/, '')}.trail.txt`;
}

/** Whether a window of `size` can show a panel. Some take a line, of the palette the one that is typed; without a window there is no want of room. */
export function hasRoom(name: PanelName, size: Size): boolean {
	return isField(name) || isQuestion(name) || !isWindow(size) || kindOf(size) !== 'tiny';
}

/** The session in a window of another size; what has no room in it is closed. */
export function resized(session: Session, size: Size): Session {
	const {panel} = session;
	return {...session, size, panel: panel && hasRoom(panel.name, size) ? panel : undefined};
}

/** Closes the open panel; a search that is given up leaves the view where it was. */
export function closePanel(session: Session): Session {
	const {panel} = session;
	if (!panel) return peeled(session);
	const closed = {...session, panel: undefined};
	if (panel.name === 'branch') return {...closed, picked: guided(session.run, session.guide)};
	if (panel.name === 'resume' && asksExpected(session.drill)) return openPanel(closed, 'expect');
	if (panel.name === 'search') return {...closed, ...panel.before};
	const words = isNote(panel.name) ? unwritten(session, panel) : '';
	return words === '' ? closed : told(closed, words, true);
}

/** What came of a note that is given up: what was written is not lost to a key that was meant to close something else. */
function unwritten(session: Session, {branch, text}: Panel): string {
	const again = `${keyFor(session, 'previous')} in the empty field brings it back`;
	if (text.trim() === '') return branch === undefined ? '' : 'no branch was taken: this drill asks why';
	return `${branch === undefined ? 'dropped: ' : 'no branch was taken; '}${again}`;
}

/** Where nothing is open: no steps by themselves, then no mark on what was found, then no pick but that of a guide. */
function peeled(session: Session): Session {
	if (session.auto) return {...session, auto: undefined};
	if (foundNow(session) !== undefined) return letGo(session);
	return {...session, picked: guided(session.run, session.guide)};
}

/** Shows the list of what is still possible, or folds it away; where there is none, tells it. */
export function foldOutcomes(session: Session): Session {
	return listsOutcomes(session) ? {...session, hidesOutcomes: !session.hidesOutcomes} : outcomesTold(session);
}

/** Whether there is a list of what is still possible, to be folded away. */
function listsOutcomes({size, run, drill}: Session): boolean {
	return !['tiny', 'compact'].includes(kindOf(size)) && run.state !== 'ended' && !drill.blind;
}

/** What is still possible, where there is no list of it. */
function outcomesTold(session: Session): Session {
	const words = prospectsOf(session).outcomes.map(prospectWords).join(' · ');
	if (session.run.state === 'ended') return told(session, `it came to ${verdictOf(session).outcome}`);
	if (session.drill.blind) return told(session, hidden, true);
	return told(session, words === '' ? 'nothing is ahead' : `still possible: ${words}`);
}

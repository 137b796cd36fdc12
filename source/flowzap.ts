/**
 * The library: a text becomes a diagram; a diagram a drawing, its routes, or a run that is walked step by step.
 * Importing it does nothing. Every function is pure. A run that is asked at the wrong time is answered unchanged; an id that
 * is nowhere in the diagram is a RangeError.
 */
import type {CharacterSet, Light} from './canvas/canvas.js';
import {keyUnder} from './canvas/key.js';
import {paint} from './canvas/paint.js';
import type {Diagram} from './diagram/diagram.js';
import {filled, mustBeWhole} from './given.js';
import {layOutWithin} from './layout/fit.js';
import type {LayoutOptions} from './layout/geometry.js';
import {layOut} from './layout/layout.js';
import type {Overrides} from './paths/evidence.js';
import {outcomesOf, type Verdict} from './paths/outcome.js';
import {type Counts, everything, Query, type Question as RouteQuestion} from './paths/query.js';
import type {Route} from './paths/route.js';
import {begin as begun} from './run/begin.js';
import {isChoice} from './run/choices.js';
import {onward as steppedOn} from './run/onward.js';
import {resultOf} from './run/result.js';
import type {Run, Switches} from './run/run.js';
import {activate as activated, jump as jumped, reread as readAgain} from './run/steer.js';
import {choose as chosen} from './run/step.js';
import {standing} from './run/walked.js';

// ## Reading

export {check} from './checks/check.js';
export type {Diagram, Edge, Lane, Loop, Node, Shape, Side} from './diagram/diagram.js';
export {format} from './diagram/format.js';
export {read} from './diagram/read.js';
export {frame} from './frame.js';
export {
	type Code,
	type Fix,
	type Place,
	type Problem,
	place,
	type Severity,
	type Source,
	type Span,
} from './problem.js';
export {harmless} from './text.js';

// ## Drawing

/** Columns of the key under a drawing of ids, where nothing says how wide it may be. */
const usualColumns = 80;

/** How {@link draw} draws. */
export interface DrawOptions extends Partial<LayoutOptions> {
	/** The most readable drawing of at most so many columns, the narrowest where none fits; as wide as it comes without. */
	readonly columns?: number;
	/** `unicode` without. */
	readonly characters?: CharacterSet;
	/** What stands out, as {@link lightOf} makes it of a run. */
	readonly light?: Light;
}

/** The lanes as text, lines ended by `\n`; under nodes that show their ids only, what these are called. */
export function draw(diagram: Diagram, options: DrawOptions = {}): string {
	const {columns, characters, light, ...layout} = options;
	if (columns !== undefined) mustBeWhole('columns', columns, 1);
	const laid = columns === undefined ? layOut(diagram, layout) : layOutWithin(diagram, columns, layout);
	const key = keyUnder(diagram, laid, columns ?? usualColumns, characters ?? 'unicode');
	return paint(laid, characters).text(light) + key.join('');
}

export type {Canvas, CharacterSet, Light, Lit, Role, Run as CanvasRun} from './canvas/canvas.js';
export {descriptionOf} from './canvas/description.js';
export {type Geometry, geometryOf} from './canvas/geometry-json.js';
export {paint} from './canvas/paint.js';
export {svgOf} from './canvas/svg.js';
export {layOutWithin} from './layout/fit.js';
export type {
	Box,
	EdgeLine,
	LaneBox,
	Layout,
	LayoutOptions,
	NodeBox,
	Point,
	Sight,
	Spread,
	Zoom,
} from './layout/geometry.js';
export {layOut} from './layout/layout.js';

// ## Routes

/**
 * How many routes there are, and with which outcomes, without listing them. All routes where nothing is asked;
 * `overrides` say what counts as which outcome. Throws a RangeError for a node or an outcome that is not there,
 * and for a number of rounds that is none.
 */
export function countPaths(
	diagram: Diagram,
	question: Partial<RouteQuestion> = {},
	overrides: Overrides = new Map(),
): Counts {
	return query(diagram, question, overrides).count();
}

/**
 * The routes one after another, in file order; there may be more than anyone can wait for, so count first.
 * Throws as {@link countPaths} does.
 */
export function paths(
	diagram: Diagram,
	question: Partial<RouteQuestion> = {},
	overrides: Overrides = new Map(),
): Generator<Route, void, undefined> {
	return query(diagram, question, overrides).routes();
}

function query(diagram: Diagram, question: Partial<RouteQuestion>, overrides: Overrides): Query {
	return new Query(outcomesOf(diagram, overrides), filled(everything, question));
}

export type {Overrides} from './paths/evidence.js';
export type {Verdict} from './paths/outcome.js';
export type {Count, Counts, Question as RouteQuestion} from './paths/query.js';
export type {Decision, Route} from './paths/route.js';
export type {Evidence} from './paths/said.js';

// ## Walking

/** What `run` has walked and where its tokens are, for a drawing. */
export function lightOf(run: Run): Light {
	return standing(run);
}

/** What `run` came to and the words that rests on; `open` while it has not ended. `overrides` as in {@link countPaths}. */
export function outcomeOf(run: Run, overrides: Overrides = new Map()): Verdict {
	return resultOf(run, outcomesOf(run.diagram, overrides));
}

/**
 * A run of `diagram` with a token on its start. With several starts and none named in `switches.starts` it asks first.
 * Throws a RangeError for a node that is not there, and for a limit of visits that is none.
 */
export function begin(diagram: Diagram, switches: Partial<Switches> = {}): Run {
	mustBeNodes(diagram, nodesIn(switches));
	return begun(diagram, switches);
}

/**
 * The run stepped on to its next question, its end, or a node of `stops` (not the one it stands on). Throws a RangeError
 * for a stop that is not there.
 */
export function onward(run: Run, stops: ReadonlySet<string> = new Set()): Run {
	mustBeNodes(run.diagram, stops);
	return steppedOn(run, stops);
}

/**
 * The run after `id`, one of its {@link choices}, was chosen; unchanged where that is not to be chosen now. Throws a
 * RangeError for what is never a choice, such as a label: {@link choicesCalled} finds the choice that is meant.
 */
export function choose(run: Run, id: string): Run {
	if (!isChoice(run.diagram, id)) throw new RangeError(`no choice has the id ${id}`);
	return chosen(run, id);
}

/** The run with the active token, or a new one where none can move, put on `node`. Throws a RangeError where there is no such node. */
export function jump(run: Run, node: string): Run {
	mustBeNodes(run.diagram, [node]);
	return jumped(run, node);
}

/**
 * The run going on with token `number`; unchanged where that does not live or waits. Throws a RangeError where there
 * never was such a token.
 */
export function activate(run: Run, number: number): Run {
	mustBeWhole('the number of a token', number, 1, run.issued);
	return activated(run, number);
}

/**
 * The run read in another way from here on: all of it, or with `nodes` single nodes, which take the place of those that
 * were read in a way of their own before. An act that `back` undoes, even where it changes nothing. Throws as
 * {@link begin} does.
 */
export function reread(run: Run, switches: Partial<Switches>): Run {
	mustBeNodes(run.diagram, nodesIn(switches));
	return readAgain(run, switches);
}

function nodesIn({starts, nodes}: Partial<Switches>): string[] {
	return [...(starts === 'all' ? [] : (starts ?? [])), ...(nodes?.keys() ?? [])];
}

function mustBeNodes(diagram: Diagram, ids: Iterable<string>) {
	for (const id of ids) diagram.node(id);
}

export {choicesCalled} from './run/called.js';
export type {Chain} from './run/chain.js';
export {choices} from './run/choices.js';
export type {Holder, Holds} from './run/holds.js';
export type {
	Act,
	Choice,
	Join,
	Path,
	Phase,
	Question,
	Run,
	RunState,
	Split,
	Step,
	Switches,
	Token,
	Turn,
} from './run/run.js';
export {step} from './run/step.js';
export type {Trie} from './run/trie.js';
export {back, forward, restart} from './run/undo.js';

/** All that the screen shows, as one value. */
import type {CharacterSet} from '../canvas/canvas.js';
import type {Diagram} from '../diagram/diagram.js';
import {defaultLayout, type Sight} from '../layout/geometry.js';
import {type Outcomes, outcomesOf} from '../paths/outcome.js';
import {type Outlook, outlook} from '../paths/outlook.js';
import type {Problem, Source} from '../problem.js';
import {begin} from '../run/begin.js';
import type {Run, Switches} from '../run/run.js';
import {walked} from '../run/walked.js';
import {harmless} from '../text.js';
import type {PanelName, ThemeName} from './action.js';
import type {Size} from './arrange.js';
import type {Binding} from './binding.js';
import type {Camera} from './camera.js';
import {type Drawing, drawingOf} from './drawing.js';
import {type Drill, newDrill} from './drill.js';

/** What lies on top of the screen. */
export interface Panel {
	readonly name: PanelName;
	/** The first line shown of a page; the picked line of a list. */
	readonly at: number;
	/** What was typed into its field. */
	readonly text: string;
	/** The outcome that a list of routes is narrowed to. */
	readonly filter: string | undefined;
	/** Where the view was when it opened. */
	readonly before: Camera;
	/** The branch that is taken once its reason is written down; counts from 1. */
	readonly branch?: number;
}

/** What is dimmed or marked in the drawing beside the run. */
type Shade = 'none' | 'dim' | 'coverage';

/** A word to the person, until the next key. */
export interface Notice {
	/** Harmless. */
	readonly text: string;
	/** Something was asked that cannot be done. */
	readonly urgent: boolean;
	/** What the next key brings up instead. */
	readonly next?: Notice | undefined;
}

/** What a person wrote down, and where the run was then. */
export interface Note {
	/** `why`: the reason of the decision taken next; `action`: something to be done later; `inject`: news that the drill brings. */
	readonly type: 'note' | 'why' | 'action' | 'inject';
	readonly text: string;
	readonly node: string | undefined;
	/** Step of the run. */
	readonly step: number;
	/** What the branch is called that a reason was given for, once it was taken: it does not speak for another. */
	readonly choice?: string;
	/** Milliseconds since the session began. */
	readonly at: number;
}

/** Nodes that match what was looked for; `at` is the one shown. */
export interface Found {
	readonly query: string;
	readonly nodes: readonly string[];
	readonly at: number;
}

/** All that the screen shows, as one value. Only `reduce` makes the next one. */
export interface Session {
	/** The text that is drawn. */
	readonly source: Source;
	readonly diagram: Diagram;
	/** What is wrong with the text `latest`. */
	readonly problems: readonly Problem[];
	/** The text as it was last read: another than `source` where it cannot be drawn. */
	readonly latest: Source;
	readonly outcomes: Outcomes;
	readonly outlook: Outlook;
	readonly characters: CharacterSet;
	readonly theme: ThemeName;
	/** Every key and what it does. */
	readonly bindings: readonly Binding[];
	readonly drawing: Drawing;
	readonly run: Run;
	readonly size: Size;
	readonly camera: Camera;
	/** The branch under the cursor at a decision, from 0. */
	readonly picked: number | undefined;
	readonly panel: Panel | undefined;
	/** Parts the person folded away. */
	readonly folded: ReadonlySet<'trail' | 'outcomes'>;
	readonly found: Found | undefined;
	readonly notes: readonly Note[];
	readonly drill: Drill;
	/** Nodes at which a run on stops. */
	readonly breakpoints: ReadonlySet<string>;
	/** Edges of a route that the run is to follow; empty where there is none. */
	readonly guide: readonly string[];
	/** The clock makes a step every so many milliseconds, the next one then. */
	readonly auto: {readonly every: number; readonly next: number} | undefined;
	/** Whether what was not walked is dimmed, or what nobody has rehearsed stands out. */
	readonly shade: Shade;
	/** Nodes and edges that no recorded drill walked, as far as that was asked for. */
	readonly unrehearsed: ReadonlySet<string>;
	readonly notice: Notice | undefined;
	/** Milliseconds since the epoch. */
	readonly started: number;
	readonly now: number;
}

/** What a session begins with. */
export type Opening = Pick<
	Session,
	'source' | 'diagram' | 'problems' | 'characters' | 'theme' | 'bindings' | 'size' | 'now'
> & {
	/** What there is to say first, one after the other. */
	readonly notices: readonly Notice[];
	/** Who takes part, and what of an earlier drill may be gone on with. */
	readonly drill?: Drill;
	/** How the diagram is read. */
	readonly switches?: Partial<Switches>;
};

/** A session at the start of a run. */
export function open({switches, drill = newDrill, notices, ...opening}: Opening): Session {
	const session: Session = {
		...opening,
		notice: inTurn([...notices, ...mistaken(opening.problems)]),
		drill,
		latest: opening.source,
		...builtOn(opening.diagram, opening.characters),
		run: begin(opening.diagram, switches),
		camera: {x: 0, y: 0, follow: true},
		picked: undefined,
		panel: undefined,
		folded: new Set(),
		found: undefined,
		notes: [],
		breakpoints: new Set(),
		guide: [],
		auto: undefined,
		shade: 'none',
		unrehearsed: new Set(),
		started: opening.now,
	};
	const asked = firstQuestion(drill);
	if (asked === undefined) return session;
	return {...session, panel: {name: asked, at: 0, text: '', filter: undefined, before: session.camera}};
}

/** That the file has errors must not be overlooked: parts of it may be missing. */
function mistaken(problems: readonly Problem[]): Notice[] {
	const errors = errorCount(problems);
	return errors === '' ? [] : [{text: `the file has ${errors}: ! tells more`, urgent: true}];
}

/** `an error`, `3 errors`; empty where there is none. */
export function errorCount(problems: readonly Problem[]): string {
	const {length} = problems.filter(({severity}) => severity === 'error');
	if (length === 0) return '';
	return length === 1 ? 'an error' : `${length} errors`;
}

/** The first of `notices`, each with the one that comes after it. */
function inTurn(notices: readonly Notice[]): Notice | undefined {
	return notices.reduceRight<Notice | undefined>((next, notice) => ({...notice, next}), undefined);
}

/** What is asked before anything is done: whether to go on with a drill; what those who take part expect. */
function firstQuestion(drill: Drill): PanelName | undefined {
	if (drill.unfinished && !drill.resumed) return 'resume';
	return asksExpected(drill) ? 'expect' : undefined;
}

/** Whether those who take part did not say what they expect. */
export function asksExpected({people, expected}: Drill): boolean {
	return people.length > 0 && expected === '';
}

/** What is worked out once for a diagram. */
export function builtOn(diagram: Diagram, characters: CharacterSet, sight: Sight = defaultLayout) {
	const outcomes = outcomesOf(diagram);
	return {outcomes, outlook: outlook(diagram, outcomes), drawing: drawingOf(diagram, sight, characters)};
}

/** The node where the token that moves next stands; at the end, where the last one ended. */
export function here({run}: Pick<Session, 'run'>): string | undefined {
	const active = run.active === undefined ? undefined : run.tokens.get(run.active);
	return active?.node ?? run.steps.get(run.steps.size - 1)?.node;
}

/** The node under the reader's attention: the one found, else where the token is. */
export function attended(session: Session): string | undefined {
	return session.found?.nodes[session.found.at] ?? here(session);
}

/** What is said of what a blind drill does not tell. */
export const hidden = 'what lies ahead is hidden in this drill';

/** Whether a node may be named: in a blind drill only one that was walked. */
export function isKnown({drill, run}: Session): (node: {readonly id: string}) => boolean {
	if (!drill.blind) return () => true;
	const {nodes} = walked(run);
	return ({id}) => nodes.has(id);
}

/** The session with a word to the person, made harmless here: it may quote a file, a record or what was typed. */
export function told(session: Session, text: string, urgent = false): Session {
	return {...session, notice: {text: harmless(text), urgent}};
}

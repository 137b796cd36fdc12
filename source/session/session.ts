/** All that the screen shows, as one value. */
import type {CharacterSet} from '../canvas/canvas.js';
import type {Diagram} from '../diagram/diagram.js';
import type {Elapsed, Moment} from '../drill/seconds.js';
import type {Point} from '../layout/geometry.js';
import type {Outcomes} from '../paths/outcome.js';
import type {Outlook} from '../paths/outlook.js';
import type {Problem, Source} from '../problem.js';
import {activeToken, type Run} from '../run/run.js';
import {walked} from '../run/walked.js';
import {harmless} from '../text.js';
import type {PanelName, ThemeName} from './action.js';
import type {Size} from './arrange.js';
import type {Binding} from './binding.js';
import type {Camera} from './camera.js';
import type {Drawing} from './drawing.js';
import type {Drill} from './drill.js';
import type {Guide} from './guide.js';

/** What lies on top of the screen. */
export interface Panel {
	readonly name: PanelName;
	/** The first line shown of a page, {@link lastLines} for as many of the last ones as there is room for; the picked line of a list. */
	readonly at: number;
	/** What was typed into its field. */
	readonly text: string;
	/** The end of it that stands behind the cursor. */
	readonly behind: string;
	/** How often it was changed otherwise than by typing: each time the field begins anew, at its cursor. */
	readonly edits: number;
	/** What a list of routes is narrowed to: an outcome, or what route-lists.ts has. */
	readonly filter: string | undefined;
	/** Where the view was when it opened, and what had been found. */
	readonly before: Pick<Session, 'camera' | 'found'>;
	/** The branch that is taken once its reason is written down; counts from 1. */
	readonly branch?: number;
}

/** Where what grows at its end is read. */
export const lastLines = Number.POSITIVE_INFINITY;

/** The panel `name` as it opens, with `text` in its field. */
export function newPanel({camera, found}: Panel['before'], name: PanelName, text = ''): Panel {
	return {name, at: 0, text, behind: '', edits: 0, filter: undefined, before: {camera, found}};
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
	/** Step of the run, and how often that had been begun anew. */
	readonly step: number;
	readonly restarts: number;
	/** What the branch is called that a reason was given for, once it was taken: it does not speak for another. */
	readonly choice?: string;
	/** Milliseconds of the drill. */
	readonly at: number;
	/** Whether a card of the drill brought it, not a person. */
	readonly isDealt?: true;
}

/** Nodes that match what was looked for; `at` is the one shown. */
export interface Found {
	readonly query: string;
	readonly nodes: readonly string[];
	readonly at: number;
	/** Whether it holds the reader's attention: up to the next step. */
	readonly holds: boolean;
}

/** Steps that the clock makes. */
export interface Auto {
	/** Milliseconds from one to the next. */
	readonly every: number;
	/** When the next one is made, by the clock that nobody sets. */
	readonly next: number;
	/** The word that stood there at the last one. */
	readonly said: Notice | undefined;
}

/** What became of a file that cannot be looked at. */
export type Missing = 'gone' | 'unreadable';

/** All that the screen shows, as one value. Only `reduce` makes the next one. */
export interface Session {
	/** The text that is drawn. */
	readonly source: Source;
	readonly diagram: Diagram;
	/** What is wrong with the text `latest`. */
	readonly problems: readonly Problem[];
	/** What is wrong with the person's own keys and colours, in sentences. */
	readonly complaints: readonly string[];
	/** The text as it was last read: another than `source` where it cannot be drawn. */
	readonly latest: Source;
	/** Why the file cannot be looked at any more; undefined where it can. */
	readonly missing: Missing | undefined;
	readonly outcomes: Outcomes;
	readonly outlook: Outlook;
	readonly characters: CharacterSet;
	readonly theme: ThemeName;
	/** Every key and what it does. */
	readonly bindings: readonly Binding[];
	readonly drawing: Drawing;
	readonly run: Run;
	/** A run that a changed file cut off, what it was cut to, and how many moves that took: while it stands, they may come back. */
	readonly cut: {readonly whole: Run; readonly to: Run; readonly lost: number} | undefined;
	readonly size: Size;
	/** Whether clicks, drags and the wheel are listened to. */
	readonly mouse: boolean;
	readonly camera: Camera;
	/** The lane that was asked for, and the view then: it stands for as long as the view does. */
	readonly lane: ({readonly index: number} & Point) | undefined;
	/** The branch under the cursor at a decision, from 0. */
	readonly picked: number | undefined;
	readonly panel: Panel | undefined;
	/** Whether the person folded the list of what is still possible away. */
	readonly hidesOutcomes: boolean;
	readonly found: Found | undefined;
	/** What was typed last into the fields that were left. */
	readonly typed: Readonly<Partial<Record<PanelName, string>>>;
	readonly notes: readonly Note[];
	readonly drill: Drill;
	/** Nodes at which a run on stops. */
	readonly breakpoints: ReadonlySet<string>;
	/** What the run is to follow. */
	readonly guide: Guide | undefined;
	readonly auto: Auto | undefined;
	/** Whether what was not walked is dimmed, or what nobody has rehearsed stands out. */
	readonly shade: Shade;
	/** Nodes and edges that no recorded drill walked, as far as that was asked for. */
	readonly unrehearsed: ReadonlySet<string>;
	readonly notice: Notice | undefined;
	/** How far the drill was when something was last done; undefined before the first thing. */
	readonly elapsed: Elapsed | undefined;
	/** What time it is now. */
	readonly now: Moment;
}

/** The node where the token that moves next stands; at the end, where the last one ended. */
export function here({run}: Pick<Session, 'run'>): string | undefined {
	return activeToken(run)?.node ?? run.steps.last?.node;
}

/** Whether the drill came to its end: not where a change of the file cut its run off. */
export function isOver({run, cut}: Pick<Session, 'run' | 'cut'>): boolean {
	return run.state === 'ended' && cut?.to !== run;
}

/** The node under the reader's attention: the one found, else where the token is. */
export function attended(session: Session): string | undefined {
	return foundNow(session) ?? here(session);
}

/** The lane that was asked for, for as long as the view stays where it was then. */
export function laneAsked({lane, camera, drawing}: Session): string | undefined {
	const stands = lane && lane.x === camera.x && lane.y === camera.y;
	return stands ? drawing.layout.lanes[lane.index]?.id : undefined;
}

/** The node found, for as long as it holds the reader's attention. */
export function foundNow({found}: Pick<Session, 'found'>): string | undefined {
	return found?.holds ? found.nodes[found.at] : undefined;
}

/** The session where the token has the reader's attention again; what was found can be gone on with. */
export function letGo(session: Session): Session {
	const {found} = session;
	return found?.holds ? {...session, found: {...found, holds: false}} : session;
}

/** What is said of what is expected once it is known. */
export const tooLate = 'too late: what the run came to is known';

/** What is said of what a blind drill does not tell. */
export const hidden = 'what lies ahead is hidden in this drill';

/** What is said where nothing is called as was asked, be it that it is hidden. */
export function nothingCalled({drill}: Session, words: string): string {
	return drill.blind ? `${words}, or it is hidden in this drill` : words;
}

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

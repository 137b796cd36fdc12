/** What may be asked of the program. Actions change the session, by `reduce`; effects touch the world. */
import type {Diagram} from '../diagram/diagram.js';
import type {Moment} from '../drill/seconds.js';
import type {Problem, Source} from '../problem.js';
import type {Join, Split} from '../run/run.js';
import type {Size} from './arrange.js';
import type {Edit} from './caret.js';
import type {Missing} from './session.js';

/** What opens on top of the rest or beside the drawing; Esc closes it. */
export type PanelName = PageName | ListName | FieldName | QuestionName | 'trail' | 'map';
/** A question that is answered with yes or no, and by nothing else. */
export type QuestionName = 'copy' | 'copy drawing' | 'resume' | 'quit';
/** Text to read and scroll. */
export type PageName = 'help' | 'problems' | 'notes' | 'details';
/** Lines to pick from. */
type ListName = 'routes' | 'palette';
/** A text to type; `palette` is a field and a list. */
export type FieldName =
	| 'palette'
	| 'search'
	| 'branch'
	| 'note'
	| 'why'
	| 'action'
	| 'inject'
	| 'expect'
	| 'export';

/** The colours there are. */
export const themes = ['dark', 'light', 'contrast', 'none'] as const;
export type ThemeName = (typeof themes)[number];

/** Asked of `reduce`: the same session and action always give the same session. */
export type Action =
	/** One step on; at a decision the picked branch; in a list the picked line. */
	| {readonly type: 'advance'}
	/** Takes a branch of the present decision; counts from 1. */
	| {readonly type: 'choose'; readonly number: number}
	/** Another branch or line; scrolls a page. */
	| {readonly type: 'pick'; readonly by: number}
	/** Steps until there is something to decide, a breakpoint, or the end. */
	| {readonly type: 'run on'}
	| {readonly type: 'back'}
	| {readonly type: 'forward'}
	| {readonly type: 'restart'}
	/** Puts the token on a node; the trail says that it was a jump. */
	| {readonly type: 'jump'; readonly node: string}
	/** Goes on with the next of several tokens. */
	| {readonly type: 'next token'}
	/** Marks a branch on the shortest way to an outcome, or says that there is none. */
	| {readonly type: 'steer'; readonly outcome: string}
	/** One step on, with a branch drawn by lot at a decision. */
	| {readonly type: 'random'}
	/** To the end, with branches drawn by lot. */
	| {readonly type: 'random run'}
	/** A step every so many seconds, until there is something to decide. */
	| {readonly type: 'auto'; readonly every: number}
	/** Another reading of nodes with several ways out or in, from here on; `here` for one node only. */
	| {readonly type: 'read'; readonly split?: Split; readonly join?: Join; readonly here?: boolean}
	/** Moves the view by cells. */
	| {readonly type: 'pan'; readonly x: number; readonly y: number}
	/** Moves the view by parts of its own size. */
	| {readonly type: 'page'; readonly x: number; readonly y: number}
	/** Moves the view to the right (1) or left (-1) end of the drawing. */
	| {readonly type: 'edge'; readonly x: -1 | 1}
	/** Shows the first or last node of the diagram. */
	| {readonly type: 'show'; readonly what: 'start' | 'end'}
	| {readonly type: 'show node'; readonly node: string}
	| {readonly type: 'centre'}
	| {readonly type: 'follow'}
	| {readonly type: 'zoom'; readonly by: 1 | -1}
	| {readonly type: 'fit'}
	/** Lanes no longer than the view is wide, or at full length. */
	| {readonly type: 'fold lanes'}
	| {readonly type: 'lane'; readonly by: 1 | -1}
	/** Shows the next (1) or previous (-1) node that was found; where none is marked, -1 opens the notes. */
	| {readonly type: 'find'; readonly by: 1 | -1}
	| {readonly type: 'breakpoint'}
	/** Takes back what was written down last. */
	| {readonly type: 'withdraw'}
	/** Dims what was not walked; asked again, nothing. */
	| {readonly type: 'dim'}
	/** Marks nodes and edges that no recorded drill has walked, undefined where none was recorded; asked again, nothing. */
	| {readonly type: 'coverage'; readonly unrehearsed: ReadonlySet<string> | undefined}
	/** Stops the drill's clock, or lets it go on. */
	| {readonly type: 'pause'}
	/** Goes on with the unfinished drill of an earlier session. */
	| {readonly type: 'resume'}
	/** With `text` in its field, where that is said. */
	| {readonly type: 'open'; readonly panel: PanelName; readonly text?: string}
	/** Shows or folds away the list of what is still possible. */
	| {readonly type: 'fold outcomes'}
	| {readonly type: 'close'}
	/** The text of the open field. */
	| {readonly type: 'type'; readonly text: string}
	/** An editing key in the open field. */
	| {readonly type: 'amend'; readonly edit: Edit}
	/** Enter in a field. */
	| {readonly type: 'submit'}
	/** A click on a branch where they are listed; counts from 1. */
	| {readonly type: 'point'; readonly number: number}
	/** A click on a cell of the drawing. */
	| {readonly type: 'click'; readonly x: number; readonly y: number}
	| {readonly type: 'resize'; readonly size: Size}
	/** The clock; before a key it is only set, and nothing plays. */
	| {readonly type: 'tick'; readonly now: Moment; readonly beforeKey?: true}
	/** A word to the person, until the next key. */
	| {readonly type: 'tell'; readonly text: string; readonly urgent?: boolean}
	| {readonly type: 'theme'; readonly theme: ThemeName}
	/** The file was taken away or cannot be read any more, or is there again. */
	| {readonly type: 'file'; readonly missing: Missing | undefined}
	/** Switches the mouse on or off. */
	| {readonly type: 'mouse'}
	/** The file has changed. */
	| {
			readonly type: 'reload';
			readonly source: Source;
			readonly diagram: Diagram;
			readonly problems: readonly Problem[];
	  };

/** Done by the program around the session. */
export type Effect =
	| {readonly type: 'quit'; readonly code: number}
	| {readonly type: 'suspend'}
	| {readonly type: 'redraw'}
	/** Opens the file in the person's editor at the token's line. */
	| {readonly type: 'edit'}
	/** Looks into the records for what no drill has walked, and asks for {@link Action} `coverage` with it. */
	| {readonly type: 'look back'}
	/** Puts the trail on the clipboard, once the person agreed. */
	| {readonly type: 'copy'}
	/** The same with the drawing. */
	| {readonly type: 'copy drawing'}
	/** Writes the trail and the drawing to a file. */
	| {readonly type: 'write'; readonly path: string};

/** What a key, a line or an entry of the palette may ask for. */
export type Intent = Action | Effect;

/**
 * What an action is: it `moves` a token, or says which is to move; it `looks`, and leaves open what is read; it `comes`
 * without the person, or closes what is there, and may do so while a question stands; or it `does` something else.
 */
type Kind = 'moves' | 'looks' | 'comes' | 'does';

const kinds: Readonly<Record<Action['type'], Kind>> = {
	advance: 'moves',
	choose: 'moves',
	pick: 'does',
	'run on': 'moves',
	back: 'moves',
	forward: 'moves',
	restart: 'moves',
	jump: 'moves',
	'next token': 'moves',
	steer: 'does',
	random: 'moves',
	'random run': 'moves',
	auto: 'moves',
	read: 'does',
	pan: 'looks',
	page: 'looks',
	edge: 'looks',
	show: 'does',
	'show node': 'does',
	centre: 'looks',
	follow: 'does',
	zoom: 'looks',
	fit: 'looks',
	'fold lanes': 'looks',
	lane: 'looks',
	find: 'does',
	breakpoint: 'does',
	withdraw: 'does',
	dim: 'does',
	coverage: 'looks',
	pause: 'does',
	resume: 'does',
	open: 'looks',
	'fold outcomes': 'does',
	close: 'comes',
	type: 'does',
	amend: 'does',
	submit: 'does',
	point: 'does',
	click: 'does',
	resize: 'comes',
	tick: 'comes',
	tell: 'comes',
	theme: 'comes',
	file: 'comes',
	mouse: 'looks',
	reload: 'comes',
};

/** Whether `intent` moves a token, or says which is to move. */
export function movesToken(intent: Intent): boolean {
	return !isEffect(intent) && kinds[intent.type] === 'moves';
}

/** Whether `action` leaves a page or a list open. */
export function isGentle({type}: Action): boolean {
	return kinds[type] === 'looks' || kinds[type] === 'comes';
}

/** Whether `action` may happen while a question stands; all else leaves it standing. */
export function isUnasked({type}: Action): boolean {
	return kinds[type] === 'comes';
}

const effects: Readonly<Record<Effect['type'], true>> = {
	quit: true,
	suspend: true,
	redraw: true,
	edit: true,
	'look back': true,
	copy: true,
	'copy drawing': true,
	write: true,
};

/** Whether `intent` is for the program around the session, not for `reduce`. */
export function isEffect(intent: Intent): intent is Effect {
	return Object.hasOwn(effects, intent.type);
}

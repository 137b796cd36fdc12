/** What may be asked of the program. Actions change the session, by {@link reduce}; effects touch the world. */
import type {Size} from './arrange.js';

/** A panel that opens on top of the rest; Esc closes it. */
export type PanelName = 'help' | 'problems';

/** Asked of {@link reduce}: the same session and action always give the same session. */
export type Action =
	/** One step on; at a decision the picked branch; in a panel its line. */
	| {readonly type: 'advance'}
	/** Takes a branch of the present decision; counts from 1. */
	| {readonly type: 'choose'; readonly number: number}
	/** Another branch or line; scrolls a panel of text. */
	| {readonly type: 'pick'; readonly by: number}
	/** Steps until there is something to decide, or the end. */
	| {readonly type: 'run on'}
	| {readonly type: 'back'}
	| {readonly type: 'forward'}
	| {readonly type: 'restart'}
	/** Moves the view by cells. */
	| {readonly type: 'pan'; readonly x: number; readonly y: number}
	/** Moves the view by parts of its own size. */
	| {readonly type: 'page'; readonly x: number; readonly y: number}
	/** Moves the view to the right (1) or left (-1) end of the drawing. */
	| {readonly type: 'edge'; readonly x: -1 | 1}
	/** Shows the first or last node of the diagram. */
	| {readonly type: 'show'; readonly what: 'start' | 'end'}
	| {readonly type: 'centre'}
	| {readonly type: 'follow'}
	| {readonly type: 'zoom'; readonly by: 1 | -1}
	| {readonly type: 'fit'}
	| {readonly type: 'lane'; readonly by: 1 | -1}
	| {readonly type: 'open'; readonly panel: PanelName}
	/** Shows or folds away a part of the screen. */
	| {readonly type: 'fold'; readonly part: 'trail' | 'outcomes'}
	| {readonly type: 'close'}
	| {readonly type: 'resize'; readonly size: Size}
	/** The clock: milliseconds since the epoch. */
	| {readonly type: 'tick'; readonly now: number}
	/** A word to the person, until the next key. */
	| {readonly type: 'tell'; readonly text: string};

/** Done by the program around the session. */
export type Effect =
	| {readonly type: 'quit'; readonly code: number}
	| {readonly type: 'suspend'}
	| {readonly type: 'redraw'};

export type Intent = Action | Effect;

const effects: ReadonlySet<string> = new Set<Effect['type']>(['quit', 'suspend', 'redraw']);

export function isEffect(intent: Intent): intent is Effect {
	return effects.has(intent.type);
}

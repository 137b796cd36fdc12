/** All that the screen shows, as one value. */
import type {CharacterSet} from '../canvas/canvas.js';
import type {Diagram} from '../diagram/diagram.js';
import type {Outcomes} from '../paths/outcome.js';
import {outcomesOf} from '../paths/outcome.js';
import {type Outlook, outlook} from '../paths/outlook.js';
import type {Problem, Source} from '../problem.js';
import {begin} from '../run/begin.js';
import type {Run} from '../run/run.js';
import type {PanelName} from './action.js';
import type {Size} from './arrange.js';
import type {Camera} from './camera.js';
import {type Drawing, drawingOf} from './drawing.js';

/** What lies on top of the screen; `at` is the first line shown, or the line picked. */
export interface Panel {
	readonly name: PanelName;
	readonly at: number;
}

/** A word to the person, until the next key. */
export interface Notice {
	readonly text: string;
	/** Something was asked that cannot be done. */
	readonly urgent: boolean;
}

export interface Session {
	readonly source: Source;
	readonly diagram: Diagram;
	readonly problems: readonly Problem[];
	readonly outcomes: Outcomes;
	readonly outlook: Outlook;
	readonly characters: CharacterSet;
	readonly drawing: Drawing;
	readonly run: Run;
	readonly size: Size;
	readonly camera: Camera;
	/** The branch under the cursor at a decision, from 0. */
	readonly picked: number | undefined;
	readonly panel: Panel | undefined;
	/** Parts the person folded away. */
	readonly folded: ReadonlySet<'trail' | 'outcomes'>;
	readonly notice: Notice | undefined;
	/** Milliseconds since the epoch. */
	readonly started: number;
	readonly now: number;
}

/** What a session begins with. */
export interface Opening {
	readonly source: Source;
	readonly diagram: Diagram;
	readonly problems: readonly Problem[];
	readonly characters: CharacterSet;
	readonly size: Size;
	readonly now: number;
}

/** A session at the start of a run. */
export function open(opening: Opening): Session {
	const {now, ...given} = opening;
	const outcomes = outcomesOf(opening.diagram);
	return {
		...given,
		outcomes,
		outlook: outlook(opening.diagram, outcomes),
		drawing: drawingOf(opening.diagram, 'full', opening.characters),
		run: begin(opening.diagram),
		camera: {x: 0, y: 0, follow: true},
		picked: undefined,
		panel: undefined,
		folded: new Set(),
		notice: undefined,
		started: now,
		now,
	};
}

/** The node where the token that moves next stands; at the end, where the last one ended. */
export function here(session: Session): string | undefined {
	const {run} = session;
	const active = run.active === undefined ? undefined : run.tokens.get(run.active);
	return active?.node ?? run.steps.get(run.steps.size - 1)?.node;
}

/** A session before anything is done. */
import type {CharacterSet} from '../canvas/canvas.js';
import type {Diagram} from '../diagram/diagram.js';
import {defaultLayout, type Sight} from '../layout/geometry.js';
import type {Overrides} from '../paths/evidence.js';
import {outcomesOf} from '../paths/outcome.js';
import {outlook} from '../paths/outlook.js';
import type {Source} from '../problem.js';
import {begin} from '../run/begin.js';
import type {Switches} from '../run/run.js';
import type {PanelName} from './action.js';
import {drawingOf} from './drawing.js';
import {asksExpected, type Drill, newDrill} from './drill.js';
import {keyFor} from './key-names.js';
import {dealt} from './notes.js';
import {type Notice, newPanel, type Session} from './session.js';
import {errorWords} from './status.js';

/** What a session begins with. */
export type Opening = Pick<
	Session,
	'source' | 'diagram' | 'problems' | 'characters' | 'theme' | 'bindings' | 'size' | 'now'
> & {
	readonly complaints?: readonly string[];
	/** The text of the file, where that is another than what is drawn. */
	readonly latest?: Source;
	/** What there is to say first, one after the other. */
	readonly notices: readonly Notice[];
	/** Who takes part, and what of an earlier drill may be gone on with. */
	readonly drill?: Drill;
	/** Whether the mouse is on from the start. */
	readonly mouse?: boolean;
	/** How the diagram is read. */
	readonly switches?: Partial<Switches>;
};

/** A session at the start of a run. */
export function open(given: Opening): Session {
	const {
		switches,
		drill = newDrill,
		mouse = false,
		complaints = [],
		notices,
		latest = given.source,
		...opening
	} = given;
	const bare: Session = {
		...opening,
		complaints,
		notice: undefined,
		drill,
		mouse,
		latest,
		missing: undefined,
		...builtOn(opening.diagram, drill.overrides, opening.characters),
		run: begin(opening.diagram, switches),
		cut: undefined,
		camera: {x: 0, y: 0, follow: true},
		lane: undefined,
		picked: undefined,
		panel: undefined,
		hidesOutcomes: false,
		found: undefined,
		typed: {},
		notes: [],
		breakpoints: new Set(),
		guide: undefined,
		auto: undefined,
		shade: 'none',
		unrehearsed: new Set(),
		elapsed: undefined,
	};
	// A card may lie where the run starts.
	const session = dealt(bare);
	const told = [...notices, ...mistaken(given), ...(session.notice ? [session.notice] : [])];
	const asked = firstQuestion(drill);
	return {...session, notice: inTurn(told), panel: asked && newPanel(session, asked)};
}

/** That the file has errors must not be overlooked: parts of it may be missing. */
function mistaken(opening: Opening): Notice[] {
	const errors = errorWords(opening.problems, opening.latest ?? opening.source);
	const text = `the file has ${errors}: ${keyFor(opening, 'problems')} tells more`;
	return errors === '' ? [] : [{text, urgent: true}];
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

/** What is worked out once for a diagram. */
export function builtOn(
	diagram: Diagram,
	overrides: Overrides,
	characters: CharacterSet,
	sight: Sight = defaultLayout,
) {
	return {...judgedBy(diagram, overrides), drawing: drawingOf(diagram, sight, characters)};
}

/** What routes come to, and what lies ahead, where a person says so of the outcomes. */
export function judgedBy(diagram: Diagram, overrides: Overrides) {
	const outcomes = outcomesOf(diagram, overrides);
	return {outcomes, outlook: outlook(outcomes)};
}

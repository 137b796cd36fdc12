/** The drill around the run: who takes part, what was expected, pauses, where it is recorded. */
import {isCalled} from '../canvas/typed.js';
import type {Diagram} from '../diagram/diagram.js';
import {type Person, standsFor} from '../drill/logbook.js';
import type {Rules} from '../drill/rules.js';
import type {Overrides} from '../paths/evidence.js';
import {open} from '../paths/outcome.js';
import type {Outlook} from '../paths/outlook.js';
import type {Run} from '../run/run.js';
import type {Note} from './session.js';

/** A drill that was begun earlier and not closed. */
export interface Unfinished {
	/** Its record, and how many lines that had. */
	readonly path: string;
	readonly lines: number;
	/** The file that it was begun with. */
	readonly file: string;
	/** ISO 8601. */
	readonly began: string;
	/** Who sat at the keyboard last; empty where that was not told. */
	readonly who: string;
	/** Whether its clock was stopped. */
	readonly isPaused: boolean;
	readonly run: Run;
	readonly notes: readonly Note[];
	readonly people: readonly Person[];
	readonly expected: string;
	readonly endSeen: boolean;
	/** What a person says the outcomes are. */
	readonly overrides: Overrides;
	/** Milliseconds it lasted so far, pauses left out: whole seconds. */
	readonly lasted: number;
	readonly rules: Rules;
	/** Whether the file was changed since: the run is on the file as it is now. */
	readonly changed: boolean;
	/** What there is to say of that. */
	readonly remark?: string;
}

/** A drill beside its run: who takes part, by which rules, how long so far, and where it is recorded. */
export interface Drill extends Rules {
	/** Who sits at the keyboard; empty where that was not told. */
	readonly who: string;
	readonly people: readonly Person[];
	/** The outcome that was expected; empty where none was named. */
	readonly expected: string;
	/** Whether the run came to an end since it was begun: nothing is expected any more. */
	readonly endSeen: boolean;
	/** What a person says the outcomes are. */
	readonly overrides: Overrides;
	/** Milliseconds of pauses that are over: whole seconds. */
	readonly paused: number;
	/** When the present pause began, in milliseconds of the drill. */
	readonly pausedAt: number | undefined;
	/** A drill of this file that may be gone on with. */
	readonly unfinished: Unfinished | undefined;
	/** Whether that is what is being gone on with. */
	readonly resumed: boolean;
	/** What lots are drawn by; undefined for the clock. */
	readonly seed: number | undefined;
	/** The drill's time when the run last changed. */
	readonly movedAt: number;
	/** Whether nothing is recorded, since that was asked for. */
	readonly unrecorded: boolean;
	/** Where the record is, once there is one, and why it is not safe. */
	readonly record: {readonly path: string; readonly problem: string | undefined} | undefined;
}

/** A drill that nothing was said about. */
export const newDrill: Drill = {
	who: '',
	people: [],
	expected: '',
	endSeen: false,
	overrides: new Map(),
	paused: 0,
	pausedAt: undefined,
	unfinished: undefined,
	resumed: false,
	blind: false,
	demandsWhy: false,
	limit: undefined,
	seed: undefined,
	movedAt: 0,
	cards: [],
	unrecorded: false,
	record: undefined,
};

/** The name of who decides at `node`, the person of its lane; undefined where there is none. */
export function decider(
	{drill, diagram}: {readonly drill: Drill; readonly diagram: Diagram},
	node: string,
): string | undefined {
	return standsFor(drill.people, diagram, node);
}

/** The outcome that is expected, as the diagram has it; `text` names it as it is shown. Undefined where it is none. */
export function expectedIn(outlook: Outlook, text: string): string | undefined {
	return outlook.reached().find(outcome => outcome !== open && isCalled(outcome, text));
}

/** Whether those who take part did not say what they expect. */
export function asksExpected({people, expected}: Drill): boolean {
	return people.length > 0 && expected === '';
}

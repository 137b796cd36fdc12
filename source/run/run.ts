/**
 * The dry run as a value: tokens, what happened so far, what was undone. Functions on it are pure and live
 * in the files beside this one; asked at the wrong time they answer with the run unchanged.
 */
import type {Diagram} from '../diagram/diagram.js';
import {filled, mustBeWhole} from '../given.js';
import type {Chain} from './chain.js';
import type {Holds} from './holds.js';
import type {Trie} from './trie.js';

export const splits = ['auto', 'all', 'one', 'ask'] as const;
/** How a node that is not a diamond and has several ways out is read. */
export type Split = (typeof splits)[number];

export const joins = ['or', 'and', 'any'] as const;
/** How a node with several ways in is read while several tokens live. */
export type Join = (typeof joins)[number];

/** The limit of visits that may be set: a run on in a trap goes so often round before anybody can stop it. */
export const mostVisits = 1000;

/** The reading in force: what the diagram leaves open, decided by the person. */
export interface Switches {
	readonly split: Split;
	readonly join: Join;
	/** Past this many visits to a node, 1 to 1000, the run asks. */
	readonly maxVisits: number;
	/** Where tokens are put; undefined: at the start, asking where there are several. */
	readonly starts?: 'all' | readonly string[];
	/** Nodes read in a way of their own. */
	readonly nodes: ReadonlyMap<string, {readonly split?: Split; readonly join?: Join}>;
}

/** How a run is read unless told otherwise. */
export const defaultSwitches: Switches = {split: 'auto', join: 'or', maxVisits: 10, nodes: new Map()};

/** The reading `before` with what `given` says otherwise; throws a RangeError for a limit of visits that is none. */
export function readingOf(before: Switches, given: Partial<Switches>): Switches {
	const switches = filled<Switches>(before, given);
	mustBeWhole('maxVisits', switches.maxVisits, 1, mostVisits);
	return switches;
}

/** `ready` moves on; `waiting` stands at a join; `again` and `visits` ask whether to run the node. */
export type Phase = 'ready' | 'waiting' | 'again' | 'visits';

/** The way a token came, its turns round cycles left out. Ways that parted share what lies before; several may come together. */
export interface Path {
	readonly node: string;
	/** The edge it came by, where it came by one. */
	readonly edge?: string | undefined;
	/** Counts from 1; more than that of any place before. */
	readonly depth: number;
	readonly before: Path | undefined;
	/** By node that it led through before, where: the last time, however many ways came together. */
	readonly earlier: Trie<Path>;
	/** Where ways came together: the ends of the others. */
	readonly together?: readonly Path[];
}

/** A mark that stands on a node. Numbers count from 1 and are never used again within a run. */
export interface Token {
	readonly number: number;
	readonly node: string;
	readonly phase: Phase;
	/** The edge it came by, where it came by one. */
	readonly edge?: string;
	readonly path: Path | undefined;
	/** Depth of its path where it was last split off; 0 for a token that goes alone. */
	readonly forked: number;
}

/** One thing that happened. The list of them tells the whole run. */
export interface Step {
	/** `reply`: taken in by a node that had run before; `join`: came together with others; `end`: no way on. */
	readonly type: 'start' | 'move' | 'decide' | 'fork' | 'join' | 'reply' | 'jump' | 'end';
	readonly token: number;
	/** The node the token came to; for `end`, where it ended. */
	readonly node: string;
	/** The edge it took, where it took one. */
	readonly edge?: string;
	/** For `join`: the tokens that came together, the one that goes on first. */
	readonly merged?: readonly number[];
	/** For an `end` that the diagram does not call for: a loop left, or the limit of visits met. */
	readonly why?: 'left' | 'limit';
}

/** What the run waits to be told. */
export interface Question {
	/**
	 * `start`: where to begin; `decide`: which way on; `split`: one way or all; `loop`: again or leave;
	 * `again`: run a node again or take the token as a reply; `visits`: go on past the limit of visits;
	 * `stuck`: which of the joins that wait for each other goes on.
	 */
	readonly type: 'start' | 'decide' | 'split' | 'loop' | 'again' | 'visits' | 'stuck';
	/** Where the asking token stands; absent for `start` and `stuck`. */
	readonly node?: string;
}

/** One answer to the question. */
export interface Choice {
	/** What `choose` takes: an edge's id for a branch, a node's id for `start` and `stuck`, else a word. */
	readonly id: string;
	/** The branch's label, else the label of the node it leads to, else what it does. As in the file: not yet harmless. */
	readonly label: string;
	readonly edge?: string;
	/** The node it leads to. */
	readonly node?: string;
	/** For a branch that goes round a loop once more: its condition, turns made, and the bound where it names one. */
	readonly loop?: {readonly condition: string; readonly turns: number; readonly bound?: number};
}

/** What led to a state of a run from the one before it. Each is a value of its own, by which a state is known again. */
export type Act =
	| {readonly type: 'begin'}
	| {readonly type: 'step'}
	| {readonly type: 'choose'; readonly id: string}
	| {readonly type: 'jump'; readonly node: string}
	| {readonly type: 'token'; readonly number: number}
	| {readonly type: 'read'; readonly switches: Partial<Switches>}
	| {readonly type: 'restart'};

/** `moving` takes the next step, `choosing` waits for an answer to its question. */
export type RunState = 'moving' | 'choosing' | 'ended';

/** Where a loop is entered and how often that node was reached again since. */
export interface Turn {
	readonly entry: string;
	readonly turns: number;
}

/** One state of a dry run. Tables are keyed by number: tokens by theirs, nodes and edges by place in the file. */
export interface Run {
	readonly diagram: Diagram;
	readonly switches: Switches;
	readonly state: RunState;
	readonly question: Question | undefined;
	readonly steps: Trie<Step>;
	/** Live tokens. */
	readonly tokens: Trie<Token>;
	/** The token that moves next; undefined where none can. */
	readonly active: number | undefined;
	/** Tokens that ended, where they did. */
	readonly ended: Trie<Token>;
	/** How many tokens there have been. */
	readonly issued: number;
	/** How often each node was run, and each edge taken. */
	readonly visits: Trie<number>;
	readonly taken: Trie<number>;
	/** Visits allowed to each node beyond `maxVisits`. */
	readonly granted: number;
	/** The tokens that wait at each node as they came, and how many of those came by each edge. */
	readonly waiting: Trie<Chain>;
	readonly came: Trie<number>;
	/** The token that came to each node last, living or not. */
	readonly latest: Trie<number>;
	/** For whom others wait; undefined where nothing is known. */
	readonly holds: Holds | undefined;
	/** Per loop, while it runs. */
	readonly turns: Trie<Turn>;
	/** How often it was begun anew. */
	readonly restarts: number;
	readonly act: Act;
	/** The run before the last action, and the one that `back` left. */
	readonly past: Run | undefined;
	readonly future: Run | undefined;
}

/** The token that moves next, where one can. */
export function activeToken(run: Run): Token | undefined {
	return run.active === undefined ? undefined : run.tokens.get(run.active);
}

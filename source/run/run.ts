/**
 * The dry run as a value: tokens, what happened so far, what was undone. Functions on it are pure;
 * none of them throws for a question asked at the wrong time, they answer with the run unchanged.
 */
import type {Diagram} from '../diagram/diagram.js';

/** A mark that stands on a node. Numbers are never used again within a run. */
export interface Token {
	readonly number: number;
	readonly node: string;
}

/** One thing that happened. The list of them tells the whole run. */
export interface Step {
	readonly type: 'start' | 'move' | 'decide' | 'fork' | 'join' | 'jump' | 'end';
	readonly token: number;
	/** The node the token came to; for `end`, where it ended. */
	readonly node: string;
	/** The edge it took, where it took one. */
	readonly edge?: string;
}

/** One way on at a decision. */
export interface Choice {
	readonly edge: string;
	/** The branch's label, else the label of the node it leads to. */
	readonly label: string;
}

export type RunState = 'moving' | 'choosing' | 'ended' | 'stopped';

export interface Run {
	readonly diagram: Diagram;
	readonly steps: readonly Step[];
	/** Live tokens; the one that moves next is `active`. */
	readonly tokens: readonly Token[];
	readonly active: number | undefined;
	readonly state: RunState;
	/** How often each node was visited. */
	readonly visits: ReadonlyMap<string, number>;
}

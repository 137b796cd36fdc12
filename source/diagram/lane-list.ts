/** The lanes of a text, each once, in the order in which they are opened. */
import {type Problem, problem, type Span} from '../problem.js';
import {isNamable} from '../syntax/lane-ids.js';
import {bounded} from '../syntax/longest.js';
import type {Open} from '../syntax/tree.js';
import type {Lane} from './diagram.js';
import {mostLanes} from './limits.js';
import {nameAgain} from './remarks-on-lanes.js';

/** The lane of nodes that are written outside every lane; no lane of a file can have this id. */
export const outsideLane = '-';

export class LaneList {
	readonly #lanes = new Map<string, Lane>();
	readonly #unsure = new Set<string>([outsideLane]);
	#full = false;

	get all(): readonly Lane[] {
		return [...this.#lanes.values()];
	}

	/** Lanes whose header may be wrong. */
	get unsure(): ReadonlySet<string> {
		return this.#unsure;
	}

	get(id: string): Lane | undefined {
		return this.#lanes.get(id);
	}

	has(id: string): boolean {
		return this.#lanes.has(id);
	}

	/** That the header of a lane may be wrong. */
	doubt(id: string): void {
		this.#unsure.add(id);
	}

	/** Names a lane that has no name yet. */
	name(lane: Lane, name: string): void {
		if (lane.name === lane.id) this.#lanes.set(lane.id, {...lane, name});
	}

	/** Adds a lane, or opens again the one of its id; that is the last one where there are too many. */
	open(statement: Open): {readonly id: string; readonly problems: readonly Problem[]} {
		const {id, problems} = this.#admit(statement);
		const name = statement.name?.text;
		const lane = this.#lanes.get(id);
		if (!isNamable(id)) this.doubt(id);
		if (id === outsideLane) this.addOutside(statement);
		else if (!lane) this.#lanes.set(id, {id, name: bounded(name || id), span: spanOf(statement)});
		else if (name && lane.name === id) this.name(lane, name);
		else if (name && name !== lane.name) {
			this.doubt(id);
			return {id, problems: [...problems, nameAgain(statement, lane)]};
		}
		return {id, problems};
	}

	addOutside(statement: Span): void {
		if (!this.#lanes.has(outsideLane))
			this.#lanes.set(outsideLane, {id: outsideLane, name: '(no lane)', span: spanOf(statement)});
	}

	#admit(statement: Open): {readonly id: string; readonly problems: readonly Problem[]} {
		const id = statement.lane?.text ?? this.#unused();
		if (this.#lanes.has(id) || this.#lanes.size < mostLanes) return {id, problems: []};
		const message = `more than ${mostLanes} lanes; what is in those from here on goes into the last`;
		const problems = this.#full ? [] : [problem('too-many', statement, message)];
		this.#full = true;
		return {id: [...this.#lanes.keys()].at(-1) ?? id, problems};
	}

	/** An id for a lane that was written without one. */
	#unused(): string {
		let number = this.#lanes.size + 1;
		while (this.#lanes.has(`lane${number}`)) number += 1;
		this.doubt(`lane${number}`);
		return `lane${number}`;
	}
}

function spanOf({start, end}: Span): Span {
	return {start, end};
}

/** The record of a session while it goes on. Nothing is written before something is done. */
import {join} from 'node:path';
import type {Fact} from '../drill/event.js';
import {lastFact} from '../drill/facts.js';
import {createJournal, type Journal} from '../drill/journal.js';
import {openingFacts, originFor, originOf} from '../drill/opening.js';
import {recordFolder, recordName} from '../drill/places.js';
import {resumeJournal} from '../drill/resume.js';
import {rulesFact} from '../drill/rules.js';
import {factsOf} from '../session/record.js';
import {isOver, type Session, told} from '../session/session.js';
import {harmless} from '../text.js';
import {whyNotWritten} from '../unwritten.js';
import {version} from '../version.js';
import type {World} from '../world.js';
import {quoted} from './shell.js';

/** Keeps a session on disk: a journal that is begun with the first thing done, and what there is to say of it. */
export class Recorder {
	readonly #world: World;
	/** A file of the person's choice. */
	readonly #chosen: string | undefined;
	#journal: Journal | undefined;
	#refused: string | undefined;
	#path = '';
	/** A word to the person about the record that was opened, until it is said. */
	#told: string | undefined;
	/** What there is to say when the session is over; undefined where nothing was recorded. */
	farewell: {readonly text: string; readonly isSafe: boolean} | undefined;

	/** Records to the file `chosen`; without one to a new file in the folder of records. */
	constructor(world: World, chosen: string | undefined) {
		this.#world = world;
		this.#chosen = chosen;
	}

	/** Writes what happened between two states of a session, and answers with the later one to be shown. */
	readonly keep = (before: Session, after: Session): Session => {
		const facts = after === before ? [] : factsOf(before, after);
		if (facts.length > 0) this.#append(before, after, facts);
		else if (this.#journal?.problem !== undefined) this.#journal.retry();
		return this.#marked(after);
	};

	/** Closes the record. */
	readonly end = (session: Session): void => {
		const over = isOver(session);
		// The last line tells how long the drill lasted, whatever was done last.
		this.#journal?.append([lastFact(over)]);
		this.farewell = this.#farewell(over);
		this.#journal?.close();
		this.#journal = undefined;
	};

	#farewell(isOver: boolean): Recorder['farewell'] {
		if (!this.#journal && this.#refused === undefined) return this.farewell;
		const [path, problem] = [quoted(this.#path), this.#problem];
		if (problem !== undefined)
			return {text: `NOT SAFE: ${harmless(problem)}; not all of the drill is in ${path}`, isSafe: false};
		const [what, next] = isOver ? ['report', 'After-action report'] : ['resume', 'To go on'];
		return {text: `drill recorded. ${next}:\n  flowzap-tui ${what} ${path}`, isSafe: true};
	}

	get #problem(): string | undefined {
		return this.#refused ?? this.#journal?.problem;
	}

	#append(before: Session, after: Session, facts: readonly Fact[]): void {
		const resumes = after.drill.resumed && !before.drill.resumed;
		const begins = !resumes && !this.#journal && this.#refused === undefined;
		if (resumes || begins) this.#open(after, resumes);
		// The moment is the one that the session shows.
		this.#journal?.append(begins ? [...this.#opening(before), ...facts] : facts, after.now.wall);
	}

	#open(session: Session, resumes: boolean): void {
		this.#journal?.close();
		const {unfinished} = session.drill;
		const folder = recordFolder(this.#world.env, this.#world.platform);
		const name = recordName(originOf(session.source.name, '').name, this.#world.now());
		this.#path = resumes && unfinished ? unfinished.path : (this.#chosen ?? join(folder, name));
		const opened = this.#try(() =>
			resumes && unfinished
				? resumeJournal(unfinished.path, unfinished.lines, this.#world)
				: createJournal(this.#path, this.#world),
		);
		this.#journal = 'refused' in opened ? undefined : opened.journal;
		this.#refused = 'refused' in opened ? opened.refused : undefined;
		this.#told = 'refused' in opened ? (resumes ? opened.refused : undefined) : opened.told;
	}

	#try(open: () => ReturnType<typeof createJournal>): ReturnType<typeof createJournal> {
		try {
			return open();
		} catch (error) {
			return {refused: `${this.#path}: ${whyNotWritten(error)}`};
		}
	}

	#opening({run, source, drill}: Session): Fact[] {
		const {people, expected, overrides} = drill;
		const named = expected === '' ? {} : {expected};
		return openingFacts(run, originFor(this.#path, source), {
			version,
			people,
			...named,
			overrides,
			rules: rulesFact(drill),
		});
	}

	#marked(session: Session): Session {
		if (!this.#journal && this.#refused === undefined) return session;
		const problem = this.#problem;
		const {record} = session.drill;
		if (record?.path === this.#path && record.problem === problem) return session;
		const marked = {...session, drill: {...session.drill, record: {path: this.#path, problem}}};
		const word = this.#told;
		this.#told = undefined;
		return word === undefined ? marked : told(marked, word, true);
	}
}

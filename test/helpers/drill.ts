/** Records for tests, as a person would have made them. */
import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {read} from '../../source/diagram/read.js';
import {type Event, eventIn, type Fact, lineFor, noTip} from '../../source/drill/event.js';
import {factsBetween} from '../../source/drill/facts.js';
import {openingFacts, originOf} from '../../source/drill/opening.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {begin} from '../../source/run/begin.js';
import type {Run, Switches} from '../../source/run/run.js';

/** What happens in a drill: the run goes on, or something is written down. */
export type Scene = ((run: Run) => Run) | Fact;

export interface Setting {
	readonly people?: readonly {name: string; lane: string}[];
	readonly expected?: string;
	readonly switches?: Partial<Switches>;
	/** What is asked of those who take part, as a record holds it. */
	readonly rules?: Readonly<Record<string, unknown>>;
	/** Fields that every decision gets, such as who made it. */
	readonly decided?: Readonly<Record<string, string>>;
	/** Milliseconds between any two things that happen. */
	readonly apart?: number;
}

/** The facts of a drill with the diagram at `path`, scene by scene. */
export function factsOfDrill(path: string, scenes: readonly Scene[], setting: Setting = {}): Fact[] {
	const text = readFileSync(path, 'utf8');
	const {diagram} = read(text);
	const outcomes = outcomesOf(diagram);
	const {people = [], expected, switches, decided, rules} = setting;
	let run = begin(diagram, switches);
	const opening = {version: '1.0.0', people, rules, ...(expected !== undefined && {expected})};
	const facts = openingFacts(run, originOf(basename(path), text), opening);
	for (const scene of scenes) {
		if (typeof scene !== 'function') {
			facts.push(scene);
			continue;
		}
		const next = scene(run);
		for (const fact of factsBetween(run, next, outcomes))
			facts.push(fact.type === 'decide' ? {...fact, ...decided} : fact);
		run = next;
	}
	return facts;
}

/** The text of a record of `facts` from ten o'clock on, each `apart` from the last: half a minute, in milliseconds. */
export function recordText(facts: readonly Fact[], apart = 30_000): string {
	let tip = noTip;
	const began = Date.UTC(2026, 0, 5, 10);
	return facts
		.map((fact, index) => {
			const mono = index * apart;
			const [line, next] = lineFor(fact, tip, {t: new Date(began + mono).toISOString(), mono});
			tip = next;
			return `${line}\n`;
		})
		.join('');
}

/** The events of that record. */
export function eventsOf(facts: readonly Fact[]): Event[] {
	return recordText(facts)
		.split('\n')
		.flatMap(line => eventIn(line) ?? []);
}

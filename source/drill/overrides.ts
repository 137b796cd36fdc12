/** What a person says the outcomes are, as a record holds it. */
import type {Diagram, Edge} from '../diagram/diagram.js';
import type {Overrides} from '../paths/evidence.js';
import {type Event, fieldsOf, openingIn} from './event.js';

/** The overrides for the opening of a record; undefined where there are none. */
export function overridesFact(overrides: Overrides): Readonly<Record<string, unknown>> | undefined {
	return overrides.size > 0 ? Object.fromEntries(overrides) : undefined;
}

/** The overrides in a record; none of what is not in their form. */
export function overridesIn(events: readonly Event[]): Overrides {
	const all = Object.entries(fieldsOf(openingIn(events)?.outcomes));
	const isId = (id: unknown) => typeof id === 'string';
	return new Map(all.map(([outcome, ids]) => [outcome, Array.isArray(ids) ? ids.filter(isId) : []]));
}

/** The overrides of a diagram for what became of it: nodes by their id, edges by what they say. What is gone names nothing. */
export function carriedOver(overrides: Overrides, before: Diagram, after: Diagram): Overrides {
	if (overrides.size === 0 || before === after) return overrides;
	const words = ({from, to, label}: Edge) => JSON.stringify([from, to, label]);
	const old = new Map(before.edges.map(edge => [edge.id, words(edge)]));
	const young = new Map(after.edges.map(edge => [words(edge), edge.id]));
	const idIn = (id: string) => (before.has(id) && after.has(id) ? id : young.get(old.get(id) ?? ''));
	const carried = [...overrides].map(
		([outcome, ids]) => [outcome, ids.flatMap(id => idIn(id) ?? [])] as const,
	);
	return new Map(carried.filter(([, ids]) => ids.length > 0));
}

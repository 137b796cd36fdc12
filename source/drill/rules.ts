/** What a drill asks of those who take part, and how its record holds that. */
import {type Event, fieldsOf, openingIn, word} from './event.js';

/** What a drill asks of those who take part; kept in its record, so that a resumed drill is the same. */
export interface Rules {
	/** Whether what lies ahead is hidden. */
	readonly blind: boolean;
	/** Whether a decision needs a reason first. */
	readonly demandsWhy: boolean;
	/** Milliseconds a step may take. */
	readonly limit: number | undefined;
	/** All of them, those that were dealt too. */
	readonly cards: readonly Card[];
}

/** News that the drill brings when the token comes to a node. */
export interface Card {
	readonly node: string;
	readonly text: string;
}

/** The rules for the opening of a record; undefined where there are none. */
export function rulesFact({
	blind,
	demandsWhy,
	limit,
	cards,
}: Rules): Readonly<Record<string, unknown>> | undefined {
	const rules = {
		...(blind && {blind}),
		...(demandsWhy && {why: true}),
		...(limit !== undefined && {limit}),
		...(cards.length > 0 && {cards}),
	};
	return Object.keys(rules).length > 0 ? rules : undefined;
}

/** The rules in a record; none of what is not in the form of rules. */
export function rulesIn(events: readonly Event[]): Rules {
	const {blind, why, limit} = asked(events);
	return {
		blind: blind === true,
		demandsWhy: why === true,
		limit: typeof limit === 'number' && limit > 0 ? limit : undefined,
		cards: cardsIn(events),
	};
}

/** Numbers of the injects in a record that a card of the drill brought, not a person. */
export function dealtIn(events: readonly Event[]): ReadonlySet<number> {
	const cards = new Set(cardsIn(events).map(card => keyOf({...card})));
	const dealt = events.filter(event => event.type === 'inject' && cards.has(keyOf(event)));
	return new Set(dealt.map(({seq}) => seq));
}

function cardsIn(events: readonly Event[]): readonly Card[] {
	const {cards} = asked(events);
	return Array.isArray(cards) ? cards.filter(isCard) : [];
}

/** What the opening of a record says of its rules. */
function asked(events: readonly Event[]): Readonly<Record<string, unknown>> {
	return fieldsOf(openingIn(events)?.rules);
}

function keyOf(fields: Readonly<Record<string, unknown>>): string {
	return `${word(fields, 'node')} ${word(fields, 'text').trim()}`;
}

function isCard(value: unknown): value is Card {
	const {node, text} = fieldsOf(value);
	return typeof node === 'string' && typeof text === 'string';
}

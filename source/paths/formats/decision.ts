/** Decisions in words, those told apart that are called alike. */
import type {Diagram} from '../../diagram/diagram.js';
import {countEach} from '../../group.js';
import {onceFor} from '../../once.js';
import {asked, harmless} from '../../text.js';
import {startsOf} from '../network.js';
import type {Decision, Route} from '../route.js';

/**
 * A decision in words, harmless: `Tests passed? Yes`, `Route: Blue`. Where another way on is called the same, with the
 * node that it leads to: `Tests passed? Yes (n8 Deploy)`.
 */
export function decisionText(diagram: Diagram, decision: Decision): string {
	return textsIn(diagram)(decision);
}

const textsIn = onceFor((diagram: Diagram) =>
	onceFor((decision: Decision) => {
		const {label} = diagram.node(decision.node);
		return harmless(`${asked(label)} ${choiceText(diagram, decision)}`);
	}),
);

/** What was chosen, with what tells it from another way that is called the same. As in the file: not yet harmless. */
export function choiceText(diagram: Diagram, {edge, choice}: Decision): string {
	const twin = twinsIn(diagram).get(edge);
	return twin === undefined ? choice : `${choice} (${twin})`;
}

/** What tells `route` from others, harmless: its decisions, and before them its start where the diagram has several. */
export function decisionTexts(diagram: Diagram, {nodes: [start], decisions}: Route): string[] {
	const texts = decisions.map(decision => decisionText(diagram, decision));
	if (start === undefined || !hasSeveralStarts(diagram)) return texts;
	return [harmless(`from ${start} “${diagram.node(start).label}”`), ...texts];
}

const hasSeveralStarts = onceFor((diagram: Diagram) => startsOf(diagram).length > 1);

/** By edge whose node has another way on that is called the same: where it leads, by which edge if that is the same too. */
const twinsIn = onceFor((diagram: Diagram): ReadonlyMap<string, string> => {
	const named = diagram.edges.map(({id, from, to, label}) => {
		const target = diagram.node(to).label;
		const choice = `${from}\n${label || target}`;
		return {id, choice, way: `${choice}\n${to}`, target: `${to} ${target}`};
	});
	const choices = countEach(named.map(({choice}) => choice));
	const ways = countEach(named.map(({way}) => way));
	return new Map(
		named
			.filter(({choice}) => choices.get(choice) !== 1)
			.map(({id, way, target}) => [id, ways.get(way) === 1 ? target : `${target}, edge ${id}`]),
	);
});

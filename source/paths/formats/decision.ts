/** Decisions in words, those told apart that are called alike. */
import type {Diagram} from '../../diagram/diagram.js';
import {harmless} from '../../text.js';
import {startsOf} from '../network.js';
import type {Decision, Route} from '../route.js';

const texts = new WeakMap<Decision, string>();

/**
 * A decision in words, harmless: `Tests passed? Yes`, `Route: Blue`. Where another way on is called the same, with the
 * node that it leads to: `Tests passed? Yes (n8 Deploy)`.
 */
export function decisionText(diagram: Diagram, decision: Decision): string {
	const old = texts.get(decision);
	if (old !== undefined) return old;
	const {label} = diagram.node(decision.node);
	const twin = twinsOf(diagram).get(decision.edge);
	const made = harmless(
		`${label}${/[?？!:]\s*$/.test(label) ? '' : ':'} ${decision.choice}${twin === undefined ? '' : ` (${twin})`}`,
	);
	texts.set(decision, made);
	return made;
}

/** What tells `route` from others, harmless: its decisions, and before them its start where the diagram has several. */
export function decisionTexts(diagram: Diagram, {nodes: [start], decisions}: Route): string[] {
	const texts = decisions.map(decision => decisionText(diagram, decision));
	if (start === undefined || !hasSeveralStarts(diagram)) return texts;
	return [harmless(`from ${start} “${diagram.node(start).label}”`), ...texts];
}

const several = new WeakMap<Diagram, boolean>();

function hasSeveralStarts(diagram: Diagram): boolean {
	const known = several.get(diagram) ?? startsOf(diagram).length > 1;
	several.set(diagram, known);
	return known;
}

const twins = new WeakMap<Diagram, ReadonlyMap<string, string>>();

/** By edge whose node has another way on that is called the same: where it leads, by which edge if that is the same too. */
function twinsOf(diagram: Diagram): ReadonlyMap<string, string> {
	const old = twins.get(diagram);
	if (old) return old;
	const named = diagram.edges.map(({id, from, to, label}) => {
		const target = diagram.node(to).label;
		const choice = `${from}\n${label || target}`;
		return {id, choice, way: `${choice}\n${to}`, target: `${to} ${target}`};
	});
	const choices = counts(named.map(({choice}) => choice));
	const ways = counts(named.map(({way}) => way));
	const made = new Map(
		named
			.filter(({choice}) => choices.get(choice) !== 1)
			.map(({id, way, target}) => [id, ways.get(way) === 1 ? target : `${target}, edge ${id}`]),
	);
	twins.set(diagram, made);
	return made;
}

function counts(names: readonly string[]): Map<string, number> {
	const result = new Map<string, number>();
	for (const name of names) result.set(name, (result.get(name) ?? 0) + 1);
	return result;
}

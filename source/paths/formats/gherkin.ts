/** Routes as Gherkin: a scenario each. */
import type {Diagram} from '../../diagram/diagram.js';
import {onlyFirst} from '../../numbers.js';
import {harmless} from '../../text.js';
import {leave} from '../network.js';
import {reason} from '../reason.js';
import type {Route} from '../route.js';
import {isSplit} from '../splits.js';
import {choiceText} from './decision.js';
import {countText, type Format} from './format.js';
import {splitWords, unreadWords} from './remarks.js';

export const gherkin: Format = {
	limit: 1000,
	sort: 'file',
	open: heading => ({
		begin() {
			const listed = heading.subject === 'routes' ? '' : `  Listed: ${line(heading.subject)}.\n`;
			const count = [`${line(countText(heading))}.`, ...unreadWords(heading.errors)].join(' ');
			const splits = splitWords(heading.diagram).map(words => `  ${line(words)}\n`);
			return `# language: en\nFeature: Routes of ${line(heading.file.name)}\n  ${count}\n${listed}${splits.join('')}`;
		},
		route: route => `\n${scenario(heading.diagram, route).join('\n')}\n`,
		end: ({listed, cut}) => (cut && listed > 0 ? `\n# ${onlyFirst(listed)}.\n` : ''),
	}),
};

function scenario(diagram: Diagram, route: Route): string[] {
	const {number, id, verdict, nodes, edges} = route;
	const choices = route.decisions.map(decision => line(choiceText(diagram, decision))).join(' · ');
	const decided = new Map(route.decisions.map(decision => [decision.edge, decision]));
	const left = decided.get(leave);
	const start = diagram.node(nodes[0] ?? '');
	const steps = edges.flatMap((edge, index) => {
		const {from, label, to, synthetic} = diagram.edge(edge);
		const target = diagram.node(to);
		const place = `"${quoted(target.label)}" (${target.id})`;
		const decision = decided.get(edge);
		if (decision) {
			const [node, choice] = [diagram.node(from).label, choiceText(diagram, decision)].map(quoted);
			const when =
				isSplit(diagram, from) && !synthetic
					? `"${node}" starts "${choice}" among others`
					: `"${node}" is answered "${choice}"`;
			return [`    When ${when}`, `    Then ${place} follows`];
		}
		const word = index === 0 ? 'Then' : 'And';
		return [`    ${word} ${place} follows${label === '' ? '' : ` after "${quoted(label)}"`}`];
	});
	return [
		`  @${tag(verdict.outcome)} @route-${id}`,
		`  Scenario: ${number} ${choices || line(start.label)}`,
		`    Given the process begins at "${quoted(start.label)}" (${start.id})`,
		...steps,
		...(left ? [`    When "${quoted(diagram.node(left.node).label)}" is answered "${leave}"`] : []),
		`    ${left ? 'Then' : 'And'} the outcome is "${quoted(verdict.outcome)}"`,
		`    # ${line(reason(verdict))}`,
	];
}

/** Harmless text on one line. */
export function line(text: string): string {
	return harmless(text).replace(/\s+/g, ' ').trim();
}

/** {@link line} to stand between quotes. */
export function quoted(text: string): string {
	return line(text).replaceAll('"', '”');
}

/** A tag without its `@`. */
export function tag(text: string): string {
	return line(text).replace(/[^\p{L}\p{N}]+/gu, '-') || 'none';
}

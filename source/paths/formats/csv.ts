/** Routes as CSV (RFC 4180), a row each. */
import {harmless} from '../../text.js';
import type {Verdict} from '../outcome.js';
import type {Count} from '../query.js';
import {reason} from '../reason.js';
import type {Decision} from '../route.js';
import {List, latest} from './bytes.js';
import {decisionText} from './decision.js';
import type {Format} from './format.js';

const columns = ['number', 'id', 'outcome', 'why', 'steps', 'decisions', 'nodes', 'edges'];

export const csv: Format = {
	limit: Number.POSITIVE_INFINITY,
	sort: 'file',
	mute: true,
	open({diagram}) {
		const taken = cellOf((decision: Decision) => decisionText(diagram, decision), ' · ', ',');
		const nodes = cellOf(harmless, ' ', ',');
		const edges = cellOf(harmless, ' ', '\r\n');
		const words = latest((verdict: Verdict) => `${cell(harmless(verdict.outcome))},${cell(reason(verdict))}`);
		return {
			begin: () => `${columns.join(',')}\r\n`,
			route: ({number, id, verdict, nodes: passed, edges: steps, decisions}) => [
				number,
				`,${id},${words(verdict)},${steps.length},`,
				taken.of(decisions),
				nodes.of(passed),
				edges.of(steps),
			],
			end: () => '',
		};
	},
	count({counts: {outcomes, total}, estimate}) {
		const row = (name: string, {value, exact}: Count) => `${cell(harmless(name))},${value},${exact}`;
		const about = estimate ? `${estimate.value},${estimate.error}` : ',';
		return [
			'outcome,routes,exact,estimate,error',
			...outcomes.map(({outcome, count}) => `${row(outcome, count)},,`),
			`${row('', total)},${about}`,
			'',
		].join('\r\n');
	},
};

/** A cell of several texts, between quotes, and what stands behind it. */
function cellOf<Item>(textOf: (item: Item) => string, between: string, behind: string): List<Item> {
	const item = (one: Item, first: boolean) => quoted(first ? tame(textOf(one)) : textOf(one));
	return new List({open: '"', between, item, close: `"${behind}`});
}

/** Harmless text as a cell. */
export function cell(text: string): string {
	return /[",\r\n']|^\s|\s$/.test(tame(text)) ? `"${quoted(tame(text))}"` : tame(text);
}

/** Text that no spreadsheet takes for a formula. */
function tame(text: string): string {
	return /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
	return text.replaceAll('"', '""');
}

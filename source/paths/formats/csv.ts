/** Routes as CSV (RFC 4180), a row each. */
import {harmless} from '../../text.js';
import {reason} from '../outcome.js';
import {decisionText, type Format} from './format.js';

const columns = ['number', 'id', 'outcome', 'why', 'steps', 'decisions', 'nodes', 'edges'];

export const csv: Format = {
	limit: Number.POSITIVE_INFINITY,
	sort: 'file',
	open: ({diagram}) => ({
		begin: () => `${columns.join(',')}\r\n`,
		route: ({number, id, verdict, nodes, edges, decisions}) =>
			`${[
				number,
				id,
				verdict.outcome,
				reason(verdict),
				edges.length,
				decisions.map(decision => decisionText(diagram, decision)).join(' · '),
				nodes.join(' '),
				edges.join(' '),
			]
				.map(cell)
				.join(',')}\r\n`,
		end: () => '',
	}),
};

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string | number): string {
	const text = harmless(String(value));
	const tame = /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
	return /[",\r\n']|^\s|\s$/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

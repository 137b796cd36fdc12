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
		route: ({number, id, verdict, nodes, edges, decisions}) => {
			const taken = decisions.map(decision => decisionText(diagram, decision)).join(' · ');
			const words = [harmless(verdict.outcome), reason(verdict)].map(cell).join(',');
			const steps = [harmless(nodes.join(' ')), edges.join(' ')].map(cell).join(',');
			return `${number},${id},${words},${edges.length},${cell(taken)},${steps}\r\n`;
		},
		end: () => '',
	}),
};

/** Harmless text as a cell that no spreadsheet takes for a formula. */
function cell(text: string): string {
	const tame = /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
	return /[",\r\n']|^\s|\s$/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

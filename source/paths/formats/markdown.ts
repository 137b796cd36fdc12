/** Routes as Markdown: tables for a pull request. */
import {numberOf, onlyFirst} from '../../numbers.js';
import {harmless} from '../../text.js';
import {reason} from '../reason.js';
import {decisionTexts} from './decision.js';
import {type Format, totalText} from './format.js';
import {remarks} from './remarks.js';

/** Characters that a comment on a forge may hold; what is longer is refused or cut there. */
export const mostCharacters = 65_536;

export const markdown: Format = {
	limit: 1000,
	sort: 'outcome',
	open(heading) {
		const {diagram, file, counts} = heading;
		let group: string | undefined;
		let written = 0;
		let noted = false;
		const note = (text: string) => {
			written += text.length;
			if (noted || written <= mostCharacters) return text;
			noted = true;
			return `${text}\n> From here on this is longer than the ${numberOf(mostCharacters)} characters that a forge takes in a comment.\n\n${tableHead}`;
		};
		return {
			begin() {
				const rows = counts.outcomes.map(
					({outcome, count}) => `| ${plain(outcome)} | ${numberOf(count.value, count.exact)} |`,
				);
				const table = rows.length > 0 ? ['', '| Outcome | Routes |', '|--|--:|', ...rows] : [];
				const notes = remarks(heading).flatMap(remark => ['', plain(remark)]);
				const title = `## Routes of ${plain(file.name)}`;
				const total = `**${totalText(heading)}**`;
				return note(`${[title, '', total, ...table, ...notes].join('\n')}\n`);
			},
			route(route) {
				const {number, id, verdict, nodes} = route;
				const heading = verdict.outcome === group ? '' : `\n### ${plain(verdict.outcome)}\n\n${tableHead}`;
				group = verdict.outcome;
				const taken = decisionTexts(diagram, route).map(plain).join(' · ');
				const steps = nodes.map(plain).join(' → ');
				return note(
					`${heading}| ${number} | ${taken || 'none'} | ${plain(reason(verdict))} | ${steps} | ${id} |\n`,
				);
			},
			end: ({listed, cut}) => (cut && listed > 0 ? `\n${onlyFirst(listed)}.\n` : ''),
		};
	},
};

const tableHead = '| # | Decisions | Why | Steps | Id |\n|--:|--|--|--|--|\n';

/** `text` as text: no markup, no cell borders, no mentions, references or links. */
export function plain(text: string): string {
	return harmless(text)
		.replace(/[&<>]/g, character => ({'&': '&amp;', '<': '&lt;'})[character] ?? '&gt;')
		.replace(/[\\`*_{}[\]|~$]/g, '\\$&')
		.replace(/[@#](?=[\w-])/g, '<span>$&</span>')
		.replace(/:\/\//g, ':<span>//</span>')
		.replace(/\bwww\./gi, match => `${match.slice(0, 3)}<span>.</span>`);
}

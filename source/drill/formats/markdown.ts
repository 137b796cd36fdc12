/** The after-action report as Markdown, for a forge or a wiki. */

import {plain} from '../../paths/formats/markdown.js';
import {reason} from '../../paths/outcome.js';
import type {Account} from '../account.js';
import {clock, type Entry} from '../logbook.js';
import type {Happening} from '../timeline.js';

/** The report; `drawing` is the diagram as text with the way walked standing out. Ends in a newline. */
export function markdownReport(account: Account, drawing: string): string {
	return [
		`# Drill of ${plain(account.file.name)}, ${account.began.slice(0, 10)}`,
		...head(account),
		'## The way taken',
		fenced(drawing),
		section('## Decisions', decisions(account), 'None.'),
		section('## Timeline', timeline(account.timeline), 'Nothing was recorded.'),
		section('## Notes', entries(account, 'note'), 'None.'),
		section('## Injects', entries(account, 'inject'), 'None.'),
		section('## Action items', actions(account), 'None.'),
		section('## Not walked', open(account), 'Every branch of the decisions met was walked.'),
	]
		.flatMap(part => [part, ''])
		.join('\n');
}

function head(account: Account): string[] {
	const {result, expected, walked, all, people} = account;
	const why = reason(result);
	const actual = `**${plain(result.outcome)}**${why ? ` (${plain(why)})` : ''}`;
	const met = expected.toLowerCase() === result.outcome.toLowerCase() ? 'as expected' : 'not as expected';
	const roles = people.map(({name, lane}) => (lane ? `${plain(name)} (${plain(lane)})` : plain(name)));
	const pauses = account.paused > 0 ? `, pauses of ${clock(account.paused).slice(2)} left out` : '';
	const rows = [
		['Outcome', actual],
		['Expected', expected ? `${plain(expected)}: ${met}` : 'nothing was named'],
		['Began', `${utc(account.began)} UTC`],
		['Lasted', `${clock(account.duration).slice(2)}${pauses}`],
		['People', roles.join(', ') || 'not named'],
		['Walked', `${walked.nodes} of ${all.nodes} nodes, ${walked.edges} of ${all.edges} edges`],
		[
			'Diagram',
			`${plain(account.file.name)}, SHA-256 \`${/^[\da-f]{12}/.exec(account.file.sha256)?.[0] ?? 'unknown'}\``,
		],
		['Recorded by', `flowzap-tui ${plain(account.version)}`],
	];
	const broken = account.diverged
		? [
				`> **The record cannot be followed beyond line ${account.diverged.seq}:** ${plain(account.diverged.what)}`,
			]
		: [];
	return [
		...broken,
		['| | |', '|--|--|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n'),
	];
}

function decisions({decisions: all}: Account): string[] {
	if (all.length === 0) return [];
	const rows = all.map(
		({at, question, node, choice, by, why}) =>
			`| ${clock(at)} | ${plain(question)} (${plain(node)}) | ${plain(choice)} | ${plain(by)} | ${plain(why)} |`,
	);
	return ['| Time | Decision | Choice | By | Why |', '|--|--|--|--|--|', ...rows];
}

function timeline(all: readonly Happening[]): string[] {
	if (all.length === 0) return [];
	const rows = gathered(all).map(
		({t, at, text, by, why}) =>
			`| ${utc(t).slice(11)} | ${clock(at)} | ${plain(text)}${why ? ` — ${plain(why)}` : ''} | ${plain(by)} |`,
	);
	return ['| UTC | | What | By |', '|--|--|--|--|', ...rows];
}

/** Steps between two decisions in one row, from the first to the last. */
function gathered(all: readonly Happening[]): Happening[] {
	const rows: Happening[] = [];
	for (const next of all) {
		const last = rows.at(-1);
		const joins = last?.type === 'move' && next.type === 'move' && last.by === next.by;
		const repeats = joins && last.text.split(' → ').at(-1) === next.text;
		if (repeats) continue;
		if (joins) rows[rows.length - 1] = {...last, text: `${last.text} → ${next.text}`};
		else rows.push(next);
	}
	return rows;
}

function entries(account: Account, type: Entry['type']): string[] {
	return account.entries
		.filter(entry => entry.type === type)
		.map(({at, text, by, node}) => {
			const where = [by, node].filter(Boolean).map(plain).join(', ');
			return `- ${clock(at)} ${plain(text)}${where && ` (${where})`}`;
		});
}

function actions(account: Account): string[] {
	return account.entries
		.filter(({type}) => type === 'action')
		.map(({text, owner, due}) => {
			const who = [owner, due && `by ${due}`].filter(Boolean).map(plain).join(', ');
			return `- [ ] ${plain(text)}${who && ` (${who})`}`;
		});
}

function open(account: Account): string[] {
	return account.open.map(
		({node, question, choice}) => `- ${plain(question)} (${plain(node)}): ${plain(choice)}`,
	);
}

function section(title: string, lines: readonly string[], none: string): string {
	return [title, '', ...(lines.length > 0 ? lines : [none])].join('\n');
}

/** A fence longer than any run of backticks in the text. */
function fenced(text: string): string {
	const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

/** `2026-01-05 10:00:00`. */
function utc(t: string): string {
	return t.slice(0, 19).replace('T', ' ');
}

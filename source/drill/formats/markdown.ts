/** The after-action report as Markdown, for a forge or a wiki: what it came to first, what happened last. */
import {tokenMark} from '../../canvas/shapes.js';
import {plural} from '../../numbers.js';
import {plain} from '../../paths/formats/markdown.js';
import {unreadWords} from '../../paths/formats/remarks.js';
import {isSameOutcome, open} from '../../paths/outcome.js';
import {grounds} from '../../paths/reason.js';
import {beyondWords} from '../../run/beyond.js';
import type {Account} from '../account.js';
import {clock} from '../clock.js';
import type {Entry, Person} from '../logbook.js';
import {gathered} from './gathered.js';

/** The report of an account in whole seconds; `drawing` is the diagram as text with the way walked standing out. Ends in a newline. */
export function markdownReport(account: Account, drawing: string): string {
	return [
		`# Drill of ${plain(account.file.name)}, ${account.began.slice(0, 10)}`,
		...unreadWords(account.errors).map(text => `> **${text}**`),
		...broken(account),
		summary(account),
		facts(account),
		section('## Decisions', decisions(account), 'None was taken.'),
		section('## Action items', actions(account), 'None was written down.'),
		section('## The way taken', way(account, drawing)),
		section('## Not walked', beside(account), 'Every branch was walked.'),
		...noted(account, 'note', '## Notes'),
		...noted(account, 'inject', '## Injects'),
		section('## Timeline', timeline(account)),
	]
		.flatMap(part => [part, ''])
		.join('\n');
}

function broken({diverged, turned}: Account): string[] {
	if (diverged)
		return [`> **The record cannot be followed beyond line ${diverged.seq}:** ${plain(diverged.what)}`];
	return turned ? [`> **Line ${turned.seq} tells another outcome:** ${plain(turned.what)}`] : [];
}

/** In a sentence or three: who, what it came to, whether that was expected. */
function summary({people, result, reached, expected, duration}: Account): string {
	const names = people.map(({name}) => plain(name));
	const who = names.length > 0 ? ` with ${listed(names)}` : '';
	const took = `The drill${who} took ${length(duration)}`;
	if (result.outcome === open)
		return `${took} and **was not brought to its end**${expected && `; ${plain(expected)} was expected`}.`;
	const why = plain(grounds(result));
	const after = reached === undefined || reached === duration ? '' : ` after ${length(reached)}`;
	return `${took} and came to **${plain(result.outcome)}**${after}${compared(expected, result.outcome)}.${why && ` ${why}`}`;
}

function compared(expected: string, outcome: string): string {
	if (expected === '') return '; nothing was named as expected';
	return isSameOutcome(expected, outcome) ? ', as expected' : `, where **${plain(expected)}** was expected`;
}

function facts(account: Account): string {
	const {began, ended, people, file, version} = account;
	const rows = [
		['When', [`${utc(began)} to ${utc(ended, began)} UTC`, ...uncounted(account)].join(', ')],
		['People', people.map(role).join(', ') || 'not named'],
		...rules(account),
		...loops(account),
		['Walked', walkedWords(account)],
		['Diagram', `${plain(file.name)}, SHA-256 \`${/^[\da-f]{12}/.exec(file.sha256)?.[0] ?? 'unknown'}\``],
		['Recorded by', `flowzap-tui ${plain(version)}`],
	];
	return rows.map(([name, value]) => `- ${name}: ${value}`).join('\n');
}

/** The screen counts the way that stood at the end: where that is less, it is said. */
function walkedWords({walked, stood, all}: Account): string {
	const isMore = walked.nodes > stood.nodes || walked.edges > stood.edges;
	const count = `${walked.nodes} of ${all.nodes} nodes, ${walked.edges} of ${all.edges} edges`;
	return isMore ? `${count}, with what was taken back` : count;
}

/** What of the time from the beginning to the end is not what the drill took. */
function uncounted({began, ended, duration, paused}: Account): string[] {
	const rest = Date.parse(ended) - Date.parse(began) - duration - paused;
	return [
		...(paused > 0 ? [`the clock stood still for ${length(paused)} of it`] : []),
		...(rest > 0 ? [`the clock of the drill does not count ${length(rest)} of it`] : []),
		...(rest < 0 ? [`the clock on the wall was set back by ${length(-rest)} meanwhile`] : []),
	];
}

/** What the drill asked for, and who did not keep to it; nothing where it asked for nothing. */
function rules({rules: {blind, demandsWhy, limit}, late}: Account): string[][] {
	const all = [
		...(blind ? ['what lies ahead was hidden'] : []),
		...(demandsWhy ? ['a reason for each decision'] : []),
		...(limit === undefined ? [] : [`at most ${length(limit)} a step`]),
	];
	const over = late.map(
		({place, over: by, by: who}) => `${plain(place)} by ${length(by)}${who && ` (${plain(who)})`}`,
	);
	return [
		...(all.length > 0 ? [['Rules', all.join(', ')]] : []),
		...(limit === undefined ? [] : [['Over the limit', over.join(', ') || 'no step']]),
	];
}

/** At which decisions a loop was gone round more often than its condition allows; nothing where none was. */
function loops({decisions}: Account): string[][] {
	const turns = new Map<string, number>();
	for (const {question, node, over} of decisions) {
		if (over === undefined) continue;
		const where = `${beyondWords(over)} at ${plain(question)} (${plain(node)})`;
		turns.set(where, (turns.get(where) ?? 0) + 1);
	}
	const all = Array.from(turns, ([where, count]) => `${plural(count, 'turn')} ${where}`);
	return all.length > 0 ? [['Loops', all.join(', ')]] : [];
}

function role({name, lane}: Person): string {
	return lane ? `${plain(name)} (${plain(lane)})` : plain(name);
}

function decisions({decisions: all}: Account): string[] {
	if (all.length === 0) return [];
	const rows = all.map(
		({at, question, node, choice, over, by, why}) =>
			`| ${clock(at)} | ${plain(question)} (${plain(node)}) | **${plain(choice)}**${over === undefined ? '' : `, ${beyondWords(over)}`} | ${plain(by)} | ${plain(why)} |`,
	);
	return ['| T+ | Decision | Choice | By | Why |', '|--|--|--|--|--|', ...rows];
}

function way({result}: Account, drawing: string): string[] {
	const end = result.outcome === open ? 'where it was left' : 'where it ended';
	return [`Heavy lines were walked; ${tokenMark.unicode.moves} marks ${end}.`, '', fenced(drawing)];
}

function timeline({timeline: all, began}: Account): string[] {
	const rows = gathered(all).map(({first: {t, at, by, why}, texts}) => {
		const text = texts.map(plain).join(' → ');
		return `| ${utc(t, began)} | ${clock(at)} | ${text}${why ? ` — ${plain(why)}` : ''} | ${plain(by)} |`;
	});
	return ['| UTC | T+ | What | By |', '|--|--|--|--|', ...rows];
}

/** What was written down, each with when, where and by whom; without any there is no such part. */
function noted({entries}: Account, type: Entry['type'], title: string): string[] {
	const lines = entries
		.filter(entry => entry.type === type)
		.map(({at, text, by, place}) => {
			const where = place && `at ${plain(place)}`;
			const origin = [by && plain(by), where].filter(Boolean).join(', ');
			return `- ${clock(at)} ${plain(text)}${origin && ` (${origin})`}`;
		});
	return lines.length > 0 ? [section(title, lines)] : [];
}

function actions({entries}: Account): string[] {
	return entries
		.filter(({type}) => type === 'action')
		.map(({text, owner, due}) => {
			const who = [owner && `**${plain(owner)}**`, due && `by ${plain(due)}`].filter(Boolean).join(', ');
			return `- [ ] ${plain(text)}${who ? ` (${who})` : ' (nobody yet)'}`;
		});
}

/** A line for each node with branches that nobody walked; between quotes, as a label may hold a comma. */
function beside({open: branches}: Account): string[] {
	const lines = new Map<string, string>();
	for (const {node, question, choice, reached} of branches) {
		const before =
			lines.get(node) ?? `- ${plain(question)} (${plain(node)}${reached ? '' : ', not reached'}):`;
		lines.set(node, `${before}${lines.has(node) ? ',' : ''} “${plain(choice)}”`);
	}
	return [...lines.values()];
}

function section(title: string, lines: readonly string[], none = ''): string {
	return [title, '', ...(lines.length > 0 ? lines : [none])].join('\n');
}

/** A fence longer than any run of backticks in the text. */
function fenced(text: string): string {
	const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

/** `2026-01-05 10:00:00`; the time alone where that is on the day of `since`. */
function utc(t: string, since = ''): string {
	return t.slice(0, 10) === since.slice(0, 10) ? t.slice(11, 19) : t.slice(0, 19).replace('T', ' ');
}

/** `1 h 12 min 5 s`, `12 min`, `0 s`: nothing is left out but what is none. */
function length(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1000);
	const parts = [
		[Math.floor(seconds / 3600), 'h'],
		[Math.floor(seconds / 60) % 60, 'min'],
		[seconds % 60, 's'],
	] as const;
	const some = parts.filter(([count]) => count > 0);
	return some.map(([count, unit]) => `${count} ${unit}`).join(' ') || '0 s';
}

/** `Ana, Ben and Cleo`. */
function listed(names: readonly string[]): string {
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

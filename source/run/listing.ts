/** Every run as text and as data, a line or a scenario each. */
import type {Diagram} from '../diagram/diagram.js';
import {numberOf, onlyFirst} from '../numbers.js';
import {cell} from '../paths/formats/csv.js';
import {decisionText} from '../paths/formats/decision.js';
import {line, quoted, tag} from '../paths/formats/gherkin.js';
import {hang, unbroken} from '../paths/formats/hang.js';
import {plain} from '../paths/formats/markdown.js';
import {unreadWords} from '../paths/formats/remarks.js';
import {open} from '../paths/outcome.js';
import type {Count, Counts} from '../paths/query.js';
import {reason} from '../paths/reason.js';
import type {Decision} from '../paths/route.js';
import {json as asText, harmless, pad, widest, width} from '../text.js';
import type {Answer, Scenario} from './scenarios.js';

/** What a listing of runs is written from. */
export interface RunListing {
	readonly diagram: Diagram;
	readonly file: {readonly name: string; readonly sha256: string};
	/** Mistakes of the file for which a part of it was not read. */
	readonly errors: number;
	readonly options: Readonly<Record<string, unknown>>;
	readonly runs: readonly Scenario[];
	readonly counts: Counts;
	/** What kept runs back, in words, if anything did; empty where they were only to be counted. */
	readonly cut: string | undefined;
	/** Columns of a line of text. */
	readonly columns: number;
}

/** Every way to write runs. None draws a picture: what a run walks is no line through the diagram. */
export const runFormats = {text, markdown, json, ndjson, csv, gherkin} satisfies Record<
	string,
	(listing: RunListing) => string
>;

function text(listing: RunListing): string {
	const {diagram, file, errors, runs, cut, columns} = listing;
	const {total, outcomes} = listing.counts;
	const wide = widest(outcomes.map(({outcome}) => harmless(outcome)));
	const rows = runs.flatMap(({answers, verdict}, index) => {
		const head = `${String(index + 1).padStart(2)}  ${pad(harmless(verdict.outcome), wide)}  `;
		const room = columns - width(head);
		const taken = answers.map(answer => unbroken(decisionText(diagram, decisionOf(answer)), room));
		return hang(head, taken.join(' · ') || 'no decisions', columns);
	});
	return `${[
		`${harmless(file.name)}: ${totalOf(total)}`,
		...outcomes.map(({outcome, count}) => `  ${pad(harmless(outcome), wide)}  ${amount(count)}`),
		...unreadWords(errors).flatMap(remark => hang('', remark, columns)),
		...(rows.length > 0 ? ['', ...rows] : []),
		...(cut ? ['', cutWords(listing)] : []),
	].join('\n')}\n`;
}

function markdown(listing: RunListing): string {
	const {diagram, file, errors, runs, cut} = listing;
	const {total, outcomes} = listing.counts;
	const counts = outcomes.map(({outcome, count}) => `| ${plain(outcome)} | ${amount(count)} |`);
	const rows = runs.map(({answers, verdict}, index) => {
		const taken = answers.map(answer => plain(decisionText(diagram, decisionOf(answer)))).join(' · ');
		const cells = [index + 1, plain(verdict.outcome), taken || 'none', plain(reason(verdict))];
		return `| ${cells.join(' | ')} |`;
	});
	return `${[
		`## Runs of ${plain(file.name)}`,
		'',
		`**${totalOf(total)}**`,
		...unreadWords(errors).flatMap(remark => ['', remark]),
		...table('| Outcome | Runs |', '|--|--:|', counts),
		...table('| # | Outcome | Decisions | Why |', '|--:|--|--|--|', rows),
		...(cut ? ['', cutWords(listing)] : []),
	].join('\n')}\n`;
}

function table(head: string, rule: string, rows: readonly string[]): string[] {
	return rows.length === 0 ? [] : ['', head, rule, ...rows];
}

function json(listing: RunListing): string {
	const {runs} = listing;
	return `${asText({...headOf(listing), scenarios: runs.map(dataOf), ...tailOf(listing)})}\n`;
}

function ndjson(listing: RunListing): string {
	return [
		{type: 'header', ...headOf(listing)},
		...listing.runs.map((run, index) => ({type: 'scenario', ...dataOf(run, index)})),
		{type: 'end', ...tailOf(listing)},
	]
		.map(value => `${asText(value)}\n`)
		.join('');
}

function csv({diagram, runs, counts, cut}: RunListing): string {
	if (cut === '') return countedCsv(counts);
	const rows = runs.map(({answers, verdict, steps}, index) => {
		const taken = answers.map(answer => decisionText(diagram, decisionOf(answer))).join(' · ');
		const nodes = harmless(steps.map(({node}) => node).join(' '));
		return [String(index + 1), harmless(verdict.outcome), reason(verdict), taken, nodes].map(cell).join(',');
	});
	return ['number,outcome,why,decisions,nodes', ...rows, ''].join('\r\n');
}

function countedCsv({total, outcomes}: Counts): string {
	const rows = [...outcomes, {outcome: '', count: total}].map(({outcome, count}) =>
		[harmless(outcome), String(count.value), String(count.exact)].map(cell).join(','),
	);
	return ['outcome,runs,exact', ...rows, ''].join('\r\n');
}

function gherkin(listing: RunListing): string {
	const {diagram, file, errors, runs, cut, counts} = listing;
	const scenarios = runs.map(({answers, verdict}, index) => {
		const choices = answers.map(({choice}) => line(choice.label)).join(', ');
		return [
			`  @${tag(verdict.outcome)}`,
			`  Scenario: ${index + 1} ${choices || 'no decisions'}`,
			`    Given the process begins`,
			...answers.map(({node, choice}, place) => {
				const word = place === 0 ? 'When' : 'And';
				return `    ${word} "${quoted(diagram.node(node).label)}" is answered "${quoted(choice.label)}"`;
			}),
			`    Then the outcome is "${quoted(verdict.outcome)}"`,
			`    # ${line(reason(verdict))}`,
		].join('\n');
	});
	const count = [`${totalOf(counts.total)}.`, ...unreadWords(errors)].join(' ');
	const head = `# language: en\nFeature: Runs of ${line(file.name)}\n  ${count}`;
	return `${[head, ...scenarios, ...(cut ? [`# ${cutWords(listing)}`] : [])].join('\n\n')}\n`;
}

function headOf(listing: RunListing) {
	const {file, errors, options, counts} = listing;
	const plainly = ({value, exact}: Count) => ({value: String(value), exact});
	return {
		schema: 'flowzap-tui/scenarios/1',
		file,
		errors,
		options,
		count: plainly(counts.total),
		outcomes: counts.outcomes.map(({outcome, count: {value, exact}}) => ({
			name: outcome,
			count: String(value),
			exact,
		})),
	};
}

function dataOf({answers, verdict, steps}: Scenario, index: number) {
	const {outcome, evidence} = verdict;
	return {number: index + 1, outcome, evidence, decisions: answers.map(decisionOf), steps};
}

function tailOf({runs, cut}: RunListing) {
	return {listed: runs.length, complete: cut === undefined};
}

function decisionOf({node, choice}: Answer): Decision {
	return {node, edge: choice.edge ?? choice.id, choice: choice.label};
}

/** How many `runs` there are, where they are all of them (`exact`) or some; `names` are those of outcomes, in order of showing. */
export function countsOf(runs: readonly Scenario[], names: readonly string[], exact: boolean): Counts {
	const countOf = (some: readonly Scenario[]): Count => ({value: BigInt(some.length), exact});
	const outcomes = [...names, open].map(outcome => ({
		outcome,
		count: countOf(runs.filter(({verdict}) => verdict.outcome === outcome)),
	}));
	return {total: countOf(runs), outcomes: outcomes.filter(({count}) => count.value > 0n)};
}

function totalOf({value, exact}: Count): string {
	const noun = value === 1n && exact ? 'run' : 'runs';
	return `${numberOf(value, exact)} ${noun}, parallel splits taken whole`;
}

function amount({value, exact}: Count): string {
	return numberOf(value, exact);
}

/** A sentence on what is missing. */
export function cutWords({runs, cut}: RunListing): string {
	return `${runs.length === 0 ? 'None is listed' : onlyFirst(runs.length)}; ${cut}.`;
}

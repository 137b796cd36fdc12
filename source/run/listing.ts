/** Every run as text and as data, a line or a scenario each. */
import type {Diagram} from '../diagram/diagram.js';
import {numberOf} from '../numbers.js';
import {cell} from '../paths/formats/csv.js';
import {decisionText} from '../paths/formats/decision.js';
import {line, quoted, tag} from '../paths/formats/gherkin.js';
import {hang, unbroken} from '../paths/formats/hang.js';
import {plain} from '../paths/formats/markdown.js';
import {unreadWords} from '../paths/formats/remarks.js';
import {open} from '../paths/outcome.js';
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
	/** Every name an outcome may have, in order of showing. */
	readonly names: readonly string[];
	/** What kept runs back, in words, if anything did. */
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
	const counts = countsOf(listing);
	const wide = widest(counts.map(({name}) => harmless(name)));
	const rows = runs.flatMap(({answers, verdict}, index) => {
		const head = `${String(index + 1).padStart(2)}  ${pad(harmless(verdict.outcome), wide)}  `;
		const room = columns - width(head);
		const taken = answers.map(answer => unbroken(decisionText(diagram, decisionOf(answer)), room));
		return hang(head, taken.join(' · ') || 'no decisions', columns);
	});
	return `${[
		`${harmless(file.name)}: ${totalOf(listing)}`,
		...counts.map(({name, count}) => `  ${pad(harmless(name), wide)}  ${atLeast(count, cut)}`),
		...unreadWords(errors).flatMap(remark => hang('', remark, columns)),
		...(rows.length > 0 ? ['', ...rows] : []),
		...(cut ? ['', onlyFirst(listing)] : []),
	].join('\n')}\n`;
}

function markdown(listing: RunListing): string {
	const {diagram, file, errors, runs, cut} = listing;
	const counts = countsOf(listing).map(({name, count}) => `| ${plain(name)} | ${atLeast(count, cut)} |`);
	const rows = runs.map(({answers, verdict}, index) => {
		const taken = answers.map(answer => plain(decisionText(diagram, decisionOf(answer)))).join(' · ');
		const cells = [index + 1, plain(verdict.outcome), taken || 'none', plain(reason(verdict))];
		return `| ${cells.join(' | ')} |`;
	});
	return `${[
		`## Runs of ${plain(file.name)}`,
		'',
		`**${totalOf(listing)}**`,
		...unreadWords(errors).flatMap(remark => ['', remark]),
		...table('| Outcome | Runs |', '|--|--:|', counts),
		...table('| # | Outcome | Decisions | Why |', '|--:|--|--|--|', rows),
		...(cut ? ['', onlyFirst(listing)] : []),
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

function csv({diagram, runs}: RunListing): string {
	const rows = runs.map(({answers, verdict, steps}, index) => {
		const taken = answers.map(answer => decisionText(diagram, decisionOf(answer))).join(' · ');
		const nodes = harmless(steps.map(({node}) => node).join(' '));
		return [String(index + 1), harmless(verdict.outcome), reason(verdict), taken, nodes].map(cell).join(',');
	});
	return ['number,outcome,why,decisions,nodes', ...rows, ''].join('\r\n');
}

function gherkin(listing: RunListing): string {
	const {diagram, file, errors, runs, cut} = listing;
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
	const count = [`${totalOf(listing)}.`, ...unreadWords(errors)].join(' ');
	const head = `# language: en\nFeature: Runs of ${line(file.name)}\n  ${count}`;
	return `${[head, ...scenarios, ...(cut ? [`# ${onlyFirst(listing)}`] : [])].join('\n\n')}\n`;
}

function headOf(listing: RunListing) {
	const {file, errors, options, runs, cut} = listing;
	return {
		schema: 'flowzap-tui/scenarios/1',
		file,
		errors,
		options,
		count: {value: String(runs.length), exact: cut === undefined},
		outcomes: countsOf(listing).map(({name, count}) => ({
			name,
			count: String(count),
			exact: cut === undefined,
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

/** Numbers of runs by outcome, none of 0. */
function countsOf({names, runs}: RunListing): {name: string; count: number}[] {
	return [...names, open]
		.map(name => ({name, count: runs.filter(({verdict}) => verdict.outcome === name).length}))
		.filter(({count}) => count > 0);
}

function totalOf({runs, cut}: RunListing): string {
	const noun = runs.length === 1 && cut === undefined ? 'run' : 'runs';
	return `${atLeast(runs.length, cut)} ${noun}, parallel splits taken whole`;
}

function atLeast(count: number, cut: string | undefined): string {
	return numberOf(count, cut === undefined);
}

/** A sentence on what is missing. */
export function onlyFirst({runs, cut}: RunListing): string {
	return `${runs.length === 0 ? 'None is listed' : `Only the first ${numberOf(runs.length)} are listed`}; ${cut}.`;
}

/** `paths --scenarios`: a line for every series of decisions, parallel splits taken whole. */
import type {Diagram} from '../diagram/diagram.js';
import type {World} from '../main.js';
import {decisionText, numberOf} from '../paths/formats/format.js';
import {hang, unbroken} from '../paths/formats/hang.js';
import {type Outcomes, reason} from '../paths/outcome.js';
import {type Answer, type Scenario, scenarios} from '../run/scenarios.js';
import {json as asText, harmless, pad, width} from '../text.js';
import {type ExitCode, UsageError} from './command.js';

export interface Wanted {
	readonly name: string;
	readonly format: string;
	readonly limit: number;
	readonly rounds: number;
	readonly columns: number;
}

/** Writes the runs of `diagram`, counted first. */
export async function writeScenarios(
	world: World,
	diagram: Diagram,
	outcomes: Outcomes,
	wanted: Wanted,
): Promise<ExitCode> {
	const write = {text, json}[wanted.format];
	if (!write) throw new UsageError(`--scenarios is written as text or json; not as ${wanted.format}`);
	const found: Scenario[] = [];
	let cut = false;
	for (const scenario of scenarios(diagram, outcomes, wanted.rounds)) {
		cut = found.length === wanted.limit;
		if (cut) break;
		found.push(scenario);
	}
	await world.write(write(diagram, outcomes, wanted, found, cut));
	return 0;
}

function text(
	diagram: Diagram,
	outcomes: Outcomes,
	wanted: Wanted,
	found: readonly Scenario[],
	cut: boolean,
): string {
	const counts = countBy(outcomes, found);
	const wide = Math.max(0, ...counts.map(({name}) => width(harmless(name))));
	const runs = `${numberOf(found.length, !cut)} run${found.length === 1 && !cut ? '' : 's'}`;
	const rows = found.flatMap(({answers, verdict}, index) => {
		const head = `${String(index + 1).padStart(2)}  ${pad(harmless(verdict.outcome), wide)}  `;
		const room = wanted.columns - width(head);
		const taken = answers.map(answer => unbroken(decisionText(diagram, decisionOf(answer)), room));
		return hang(head, taken.join(' · ') || 'no decisions', wanted.columns);
	});
	return `${[
		`${harmless(wanted.name)}: ${runs}, parallel splits taken whole`,
		...counts.map(({name, count}) => `  ${pad(harmless(name), wide)}  ${numberOf(count)}`),
		'',
		...rows,
		...(cut ? ['', `Only the first ${numberOf(found.length)} are listed; --limit N lists more.`] : []),
	].join('\n')}\n`;
}

function json(
	_: Diagram,
	outcomes: Outcomes,
	wanted: Wanted,
	found: readonly Scenario[],
	cut: boolean,
): string {
	return `${asText({
		schema: 'flowzap-tui/scenarios/1',
		file: wanted.name,
		count: {value: String(found.length), exact: !cut},
		outcomes: countBy(outcomes, found).map(({name, count}) => ({name, count: String(count)})),
		scenarios: found.map(({answers, verdict, steps}, index) => ({
			number: index + 1,
			outcome: verdict.outcome,
			why: reason(verdict),
			decisions: answers.map(decisionOf),
			steps,
		})),
	})}\n`;
}

function decisionOf({node, choice}: Answer) {
	return {node, edge: choice.edge ?? choice.id, choice: choice.label};
}

function countBy(outcomes: Outcomes, found: readonly Scenario[]) {
	const names = [...outcomes.names, 'open'];
	return names
		.map(name => ({name, count: found.filter(({verdict}) => verdict.outcome === name).length}))
		.filter(({count}) => count > 0);
}

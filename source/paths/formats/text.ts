/** Routes as text: for a reader at 80 columns. */
import type {Diagram} from '../../diagram/diagram.js';
import {numberOf, onlyFirst, plural} from '../../numbers.js';
import {cut, harmless, pad, widest} from '../../text.js';
import {wrap} from '../../wrap.js';
import {reason} from '../reason.js';
import type {Route} from '../route.js';
import {decisionTexts} from './decision.js';
import {type Format, type Heading, totalText} from './format.js';
import {glue, hang, unbroken} from './hang.js';
import {remarks} from './remarks.js';

const widestLane = 24;

export const text: Format = {
	limit: 1000,
	sort: 'outcome',
	open(heading) {
		const {diagram, counts, columns} = heading;
		const laneColumns = Math.min(widestLane, widest(diagram.lanes.map(({name}) => harmless(name))));
		let group = '';
		return {
			begin: () => summary(heading),
			route(route) {
				const lines: string[] = [];
				const {outcome} = route.verdict;
				if (outcome !== group) {
					group = outcome;
					const all =
						heading.subject !== 'routes' || !heading.byOutcome
							? undefined
							: counts.outcomes.find(other => other.outcome === outcome)?.count;
					const of = all === undefined ? '' : ` · ${plural(all.value, 'route', all.exact)}`;
					lines.push('', `${harmless(outcome).toUpperCase()}${of}`);
				}
				lines.push('', ...block(diagram, route, laneColumns, columns));
				return `${lines.join('\n')}\n`;
			},
			end: ({listed, cut: isCut}) =>
				isCut && listed > 0
					? `\n${onlyFirst(listed)}; --limit N lists more, --to OUTCOME and --via NODE fewer.\n`
					: '',
		};
	},
};

/** The count, before anything is listed. */
function summary(heading: Heading): string {
	const {file, counts, columns} = heading;
	const {outcomes} = counts;
	const room = columns - 24;
	const names = outcomes.map(({outcome}) => cut(harmless(outcome), room));
	const wide = widest(names);
	const rows = outcomes.map(
		({count}, index) => `  ${pad(names[index] ?? '', wide)}  ${numberOf(count.value, count.exact)}`,
	);
	return `${[
		`${harmless(file.name)}: ${totalText(heading)}`,
		...rows,
		...remarks(heading).flatMap(remark => wrap(remark, columns)),
	].join('\n')}\n`;
}

function block(diagram: Diagram, route: Route, laneColumns: number, columns: number): string[] {
	const number = `${String(route.number).padStart(2)}  `;
	const indent = ' '.repeat(number.length);
	const room = columns - number.length;
	const decisions = decisionTexts(diagram, route)
		.map(decision => unbroken(decision, room))
		.join(' · ');
	const lines = [
		...hang('', decisions || 'no decisions', room),
		...hang('why  ', reason(route.verdict), room),
		...laneRuns(diagram, route).flatMap(({lane, steps}) =>
			hang(`${pad(cut(lane, laneColumns), laneColumns)}  `, steps, room),
		),
		`${plural(route.edges.length, 'step')} · id ${route.id}`,
	];
	return lines.map((line, index) => (index === 0 ? number : indent) + line);
}

/** The route's stays in one lane after another; a stay ends with the arrow that leaves it. */
function laneRuns(diagram: Diagram, route: Route): {lane: string; steps: string}[] {
	const runs: {lane: string; steps: string}[] = [];
	const visits = new Map<string, number>();
	let current = '';
	route.nodes.forEach((id, index) => {
		const node = diagram.node(id);
		if (index === 0 || node.lane !== current) {
			runs.push({lane: harmless(diagram.lane(node.lane).name), steps: ''});
			current = node.lane;
		}
		const times = (visits.get(id) ?? 0) + 1;
		visits.set(id, times);
		const again = times > 1 ? ` ×${times}` : '';
		const edge = route.edges[index];
		const run = runs.at(-1);
		if (run)
			run.steps += `${harmless(`${id}${glue}${node.label}`)}${again}${edge === undefined ? '' : arrow(diagram, edge)}`;
	});
	return runs;
}

function arrow(diagram: Diagram, id: string): string {
	const {label, synthetic} = diagram.edge(id);
	if (synthetic) return ` ┄${harmless(label)} (loop line)→ `;
	return label === '' ? ' → ' : ` —${harmless(label)}→ `;
}

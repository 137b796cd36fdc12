/** A run as text, a line for each thing that happened: the same for the same answers, whenever it is made. */
import {hang} from '../paths/formats/hang.js';
import type {Outcomes, Verdict} from '../paths/outcome.js';
import {reason} from '../paths/reason.js';
import {beyond, beyondWords} from '../run/beyond.js';
import {resultOf} from '../run/result.js';
import type {Run, Step} from '../run/run.js';
import {harmless, pad, width} from '../text.js';
import {wrap} from '../wrap.js';

/** Columns that a name gets at least, and that an id and a lane keep from it at most. */
const [leastName, widestId, widestLane] = [24, 16, 32];
/** Tokens that are named where they come together. */
const mostNamed = 6;

/**
 * The transcript of `run` in lines of `columns`, longer names folded, with why it was `stopped`, where it was, and its
 * outcome; ends in a newline.
 */
export function transcript(run: Run, outcomes: Outcomes, columns: number, stopped?: string): string {
	const steps = [...run.steps].filter(step => isTold(run, step));
	const over = turnsBeyond(run);
	const rows = steps.map((step, index) => row(run, step, steps[index - 1], over.get(step)));
	const wide = (part: 'name' | 'id' | 'lane', most: number) =>
		Math.min(
			most,
			rows.reduce((sum, cells) => Math.max(sum, width(cells[part])), 0),
		);
	const gutter = String(rows.length).length;
	const indent = ' '.repeat(gutter + 2);
	const ids = wide('id', widestId);
	const names = wide('name', Math.max(leastName, columns - gutter - ids - wide('lane', widestLane) - 6));
	const lines = rows.flatMap(({edge, name, id, lane}, index) => {
		const [first = '', ...more] = width(name) <= names ? [name] : wrap(name, names);
		return [
			...(edge ? hang(`${indent}-> `, edge, columns) : []),
			`${String(index + 1).padStart(gutter)}  ${pad(first, names)}  ${pad(id, ids)}  ${lane}`.trimEnd(),
			...more.map(line => indent + line),
		];
	});
	const end = stopped === undefined ? [] : hang('stopped: ', harmless(stopped), columns);
	return [...lines, ...end, ...hang('outcome: ', came(resultOf(run, outcomes)), columns), ''].join('\n');
}

/** That the only token ends where nothing leads on goes without saying. */
function isTold(run: Run, step: Step): boolean {
	return step.type !== 'end' || step.why !== undefined || run.issued > 1;
}

/** `ROLLBACK (n13 “Rollback deployment”, edge “Failed”)`. */
function came(verdict: Verdict): string {
	const why = reason(verdict);
	return `${harmless(verdict.outcome).toUpperCase()}${why ? ` (${why})` : ''}`;
}

interface Row {
	readonly name: string;
	readonly id: string;
	readonly lane: string;
	/** Label of the edge taken. */
	readonly edge: string;
}

function row(run: Run, step: Step, before: Step | undefined, over: number | undefined): Row {
	const node = run.diagram.node(step.node);
	const token = run.issued > 1 ? `#${step.token} ` : '';
	return {
		name: token + told(step, harmless(node.label)),
		id: harmless(node.id),
		lane: harmless(run.diagram.lane(node.lane).name),
		edge: [
			step.edge === undefined ? '' : way(run, step.edge, before?.node),
			over === undefined ? '' : `(${beyondWords(over)})`,
		]
			.filter(Boolean)
			.join(' '),
	};
}

/** By the step that a choice led to, the limit of a loop that it went over. */
function turnsBeyond(run: Run): ReadonlyMap<Step, number> {
	const found = new Map<Step, number>();
	for (let state = run; state.past; state = state.past) {
		const limit = beyond(state);
		const step = limit === undefined ? undefined : state.steps.get(state.past.steps.size);
		if (step && limit !== undefined) found.set(step, limit);
	}
	return found;
}

/** The label of an edge; where another token came in between, with the node that it leads from. */
function way({diagram}: Run, id: string, last: string | undefined): string {
	const {from, label} = diagram.edge(id);
	if (label === '' || from === last) return harmless(label);
	return `${harmless(label)} (from ${harmless(diagram.node(from).label)})`;
}

function told({type, merged, why}: Step, label: string): string {
	switch (type) {
		case 'end':
			return {
				none: `end in ${label}`,
				left: `loop left at ${label}`,
				limit: `too many visits: stopped at ${label}`,
			}[why ?? 'none'];
		case 'join':
			return `${label}: ${together(merged ?? [])} together`;
		case 'reply':
			return `${label}: a reply`;
		case 'jump':
			return `jump to ${label}`;
		default:
			return label;
	}
}

/** `#1, #2 and #3`; of many the first ones, and how many there are besides. */
function together(tokens: readonly number[]): string {
	const names = tokens.map(token => `#${token}`);
	const named = names.length > mostNamed ? names.slice(0, mostNamed - 1) : names.slice(0, -1);
	const last = names.length > mostNamed ? `${names.length - named.length} more` : names.at(-1);
	return `${named.join(', ')} and ${last}`;
}

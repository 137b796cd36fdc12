/** What the drills of a diagram have rehearsed, and which drill would show most that is new. */
import type {Diagram, Edge} from '../diagram/diagram.js';
import {choiceText} from '../paths/formats/decision.js';
import {canLeave} from '../paths/network.js';
import type {Run} from '../run/run.js';
import {walked} from '../run/walked.js';
import type {Answer} from './answers.js';
import {type Event, word} from './event.js';
import {logbookOf} from './logbook.js';
import {nextDrill} from './next-drill.js';
import type {Replayed} from './replay.js';

/** One drill, as far as it went on the diagram as it is now. */
export interface Rehearsal {
	/** ISO 8601. */
	readonly began: string;
	readonly people: readonly string[];
	/** Everything that was walked, what was undone later too. */
	readonly nodes: ReadonlySet<string>;
	readonly edges: ReadonlySet<string>;
}

/** How often something was rehearsed, when last, and by whom. */
export interface Rehearsed {
	readonly drills: number;
	/** ISO 8601; empty for never. */
	readonly last: string;
	readonly by: readonly string[];
}

/** What of a diagram was rehearsed, by id. */
export interface Coverage {
	readonly drills: number;
	readonly nodes: ReadonlyMap<string, Rehearsed>;
	readonly edges: ReadonlyMap<string, Rehearsed>;
	/** A drill that would walk many edges nobody has walked; undefined where none is left that a run can reach. */
	readonly next: {readonly decisions: readonly Answer[]; readonly edges: readonly string[]} | undefined;
}

/** What the drill with `events` rehearsed. */
export function rehearsalOf(events: readonly Event[], replayed: Replayed): Rehearsal {
	const spoken = events.map(event => word(event, 'by')).filter(Boolean);
	const people = new Set([...logbookOf(events).people.map(({name}) => name), ...spoken]);
	return {began: events[0]?.t ?? '', people: [...people], ...walkedIn(events, replayed)};
}

/** All that was walked in `events`, what was undone later too, as far as the diagram at the end still has it. */
export function walkedIn(
	events: readonly Event[],
	{run, at, diagram}: Replayed,
): Pick<Rehearsal, 'nodes' | 'edges'> {
	const [nodes, edges] = [new Set<string>(), new Set<string>()];
	const called = new Map(diagram.edges.map(edge => [nameOf(edge), edge.id]));
	const add = (state: Run) => {
		const part = walked(state);
		for (const node of part.nodes) if (diagram.has(node)) nodes.add(node);
		for (const id of part.edges) {
			// In a file that was changed edges may have other numbers.
			const edge = state.diagram === diagram ? id : called.get(nameOf(state.diagram.edge(id)));
			if (edge !== undefined) edges.add(edge);
		}
	};
	let last: Run | undefined;
	for (const event of events) {
		// What is undone was rehearsed all the same, and so was what a changed file does not lead to any more.
		if (last && (event.type === 'undo' || event.type === 'restart' || event.type === 'file')) add(last);
		last = at.get(event.seq) ?? last;
	}
	add(run);
	return {nodes, edges};
}

function nameOf({from, to, label}: Edge): string {
	return JSON.stringify([from, to, label]);
}

/** A way on from a node where another can be chosen, or to end there. */
export interface Branch {
	readonly node: string;
	/** The label of that node. */
	readonly question: string;
	readonly edge: string;
	/** What the branch is called: its label, else where it leads to; with what tells it from another that is called the same. */
	readonly choice: string;
}

/** The branches of `diagram`, in the order of the file. */
export function branchesOf(diagram: Diagram): Branch[] {
	return diagram.nodes
		.filter(({id}) => diagram.out(id).length > 1 || canLeave(diagram, id))
		.flatMap(({id, label}) =>
			diagram.out(id).map(edge => {
				const choice = edge.label || diagram.node(edge.to).label;
				const branch = {node: id, question: label, edge: edge.id, choice};
				return {...branch, choice: choiceText(diagram, branch)};
			}),
		);
}

/** The coverage of `diagram` by all its drills. */
export function coverageOf(diagram: Diagram, drills: readonly Rehearsal[]): Coverage {
	const edges = tally(diagram.edges, drills, ({edges: walkedEdges}) => walkedEdges);
	const fresh = new Set(diagram.edges.filter(({id}) => edges.get(id)?.drills === 0).map(({id}) => id));
	return {
		drills: drills.length,
		nodes: tally(diagram.nodes, drills, ({nodes}) => nodes),
		edges,
		next: nextDrill(diagram, fresh),
	};
}

function tally(
	parts: readonly {readonly id: string}[],
	drills: readonly Rehearsal[],
	of: (drill: Rehearsal) => ReadonlySet<string>,
): ReadonlyMap<string, Rehearsed> {
	return new Map(
		parts.map(({id}) => {
			const those = drills.filter(drill => of(drill).has(id));
			const last =
				those
					.map(({began}) => began)
					.sort()
					.at(-1) ?? '';
			return [id, {drills: those.length, last, by: [...new Set(those.flatMap(({people}) => people))].sort()}];
		}),
	);
}

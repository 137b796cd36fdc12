/** What was added, removed and changed in a diagram. */
import type {Diagram, Edge, Lane, Loop, Node} from '../../diagram/diagram.js';
import type {Matching} from './match.js';

/** A property that is not what it was. */
export interface Field {
	readonly name: string;
	readonly before: string;
	readonly after: string;
}

/** One part of the diagram that differs. */
export interface Change {
	readonly element: 'lane' | 'node' | 'edge' | 'loop';
	readonly change: 'added' | 'removed' | 'changed';
	/** Its id in the new diagram, or where it was removed, in the old one. */
	readonly id: string;
	/** What it is called: a name, a label, or an edge's ends. */
	readonly title: string;
	/** What changed about it. */
	readonly fields: readonly Field[];
}

/** The changes from `before` to `after`, lanes first, in file order. */
export function structuralChanges(before: Diagram, after: Diagram, matching: Matching): Change[] {
	const {lanes, nodes} = matching;
	const edges = new Map(
		[...matching.edges].filter(([old, young]) => isWritten(before.edge(old)) && isWritten(after.edge(young))),
	);
	const node = (diagram: Diagram, id: string) => `${id} “${diagram.node(id).label}”`;
	const ends = (diagram: Diagram, {from, to, label}: Edge) =>
		`${node(diagram, from)} → ${node(diagram, to)}${label === '' ? '' : ` “${label}”`}`;
	const first = before.lanes.find(({id}) => lanes.has(id))?.id;
	return [
		...changes('lane', before.lanes, after.lanes, lanes, {
			title: lane => lane.name,
			fields: (old, young) => [
				field('id', old.id, young.id),
				field('name', old.name, young.name),
				old.id === first ? orderOfLanes(before, after, lanes) : [],
			],
		}),
		...changes('node', before.nodes, after.nodes, nodes, {
			title: item => item.label,
			fields: (old, young) => [
				...nodeFields(old, young, lanes),
				orderOf(before, after, edges, old.id, young.id),
			],
		}),
		// An edge that a loop line implies is told with that line.
		...changes('edge', before.edges.filter(isWritten), after.edges.filter(isWritten), edges, {
			title: (edge, diagram) => ends(diagram === 'before' ? before : after, edge),
			fields: (old, young) => [
				field('from', nodes.get(old.from) ?? old.from, young.from),
				field('to', nodes.get(old.to) ?? old.to, young.to),
				field('label', old.label, young.label),
				field('leaves by', old.fromSide, young.fromSide),
				field('enters by', old.toSide, young.toSide),
			],
		}),
		...loopChanges(before.loops, after.loops, nodes),
	];
}

/** Whether `edge` has a line of its own, and is not implied by that of a loop. */
function isWritten({synthetic}: Edge): boolean {
	return !synthetic;
}

/** The lanes that are there before and after: the order of the file is that in which they are drawn. */
function orderOfLanes(before: Diagram, after: Diagram, lanes: ReadonlyMap<string, string>): Field[] {
	const was = before.lanes.flatMap(({id}) => lanes.get(id) ?? []);
	const kept = new Set(was);
	const is = after.lanes.flatMap(({id}) => (kept.has(id) ? id : []));
	return field('order of lanes', was.join(' · '), is.join(' · '));
}

function nodeFields(old: Node, young: Node, lanes: ReadonlyMap<string, string>) {
	const names = [...new Set([...old.attributes.keys(), ...young.attributes.keys()])].filter(
		name => name !== 'label',
	);
	return [
		field('id', old.id, young.id),
		field('label', old.label, young.label),
		field('shape', old.shape, young.shape),
		field('lane', lanes.get(old.lane) ?? old.lane, young.lane),
		...names.map(name => field(name, old.attributes.get(name) ?? '', young.attributes.get(name) ?? '')),
	];
}

/** The ways out of a node that are there before and after: the order of the file is that of the keys, and of what goes first. */
function orderOf(
	before: Diagram,
	after: Diagram,
	edges: ReadonlyMap<string, string>,
	old: string,
	young: string,
): Field[] {
	const was = before.out(old).flatMap(({id}) => edges.get(id) ?? []);
	const kept = new Set(was);
	const is = after.out(young).flatMap(({id}) => (kept.has(id) ? id : []));
	const called = ({label, to}: Edge) => `${label || after.node(to).label} (${to})`;
	const named = (ids: readonly string[]) => ids.map(id => called(after.edge(id))).join(' · ');
	return field('order of ways', named(was), named(is));
}

function field(name: string, before: string, after: string): Field[] {
	return before === after ? [] : [{name, before, after}];
}

interface Reading<T> {
	title(item: T, diagram: 'before' | 'after'): string;
	fields(before: T, after: T): Field[][];
}

function changes<T extends Lane | Node | Edge>(
	element: Change['element'],
	before: readonly T[],
	after: readonly T[],
	matching: ReadonlyMap<string, string>,
	{title, fields}: Reading<T>,
): Change[] {
	const old = new Map(before.map(item => [item.id, item]));
	const origin = new Map([...matching].map(([from, to]) => [to, from]));
	const gone = before.filter(item => !matching.has(item.id));
	const removed = gone.map(
		item => ({element, change: 'removed', id: item.id, title: title(item, 'before'), fields: []}) as const,
	);
	const rest = after.flatMap((item): Change[] => {
		const from = old.get(origin.get(item.id) ?? '');
		const named = {element, id: item.id, title: title(item, 'after')};
		if (!from) return [{...named, change: 'added', fields: []}];
		const different = fields(from, item).flat();
		return different.length > 0 ? [{...named, change: 'changed', fields: different}] : [];
	});
	return [...removed, ...rest];
}

/** A loop is the same one by its members. */
function loopChanges(
	before: readonly Loop[],
	after: readonly Loop[],
	matched: ReadonlyMap<string, string>,
): Change[] {
	const now = before.map(loop => ({...loop, nodes: loop.nodes.map(id => matched.get(id) ?? id)}));
	const beside = (others: readonly Loop[]) => (loop: Loop) =>
		!others.some(other => whole(other) === whole(loop));
	const come = after.filter(beside(now));
	const gone: Change[] = [];
	const turned: Change[] = [];
	for (const old of now.filter(beside(after))) {
		const place = come.findIndex(loop => members(loop) === members(old));
		const [young] = place < 0 ? [] : come.splice(place, 1);
		if (young)
			turned.push(loopChange('changed', members(young), field('condition', old.condition, young.condition)));
		else gone.push(loopChange('removed', whole(old)));
	}
	return [...gone, ...turned, ...come.map(loop => loopChange('added', whole(loop)))];
}

function members({nodes}: Loop): string {
	return nodes.join(' ');
}

function whole(loop: Loop): string {
	return `[${loop.condition}] ${members(loop)}`;
}

function loopChange(change: Change['change'], title: string, fields: readonly Field[] = []): Change {
	return {element: 'loop', change, id: '', title, fields};
}

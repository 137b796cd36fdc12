/** Where a run becomes several at once, and where these come together again. */
import type {Edge, Node} from '../diagram/diagram.js';
import {isSplit} from '../paths/splits.js';
import {type Problem, problem} from '../problem.js';
import {called, type Scene} from './scene.js';

/** Splits, their branches and joins that are looked at, in diagrams of this many nodes: all pairs are compared. */
const most = 20;
const mostNodes = 5000;

function splits(scene: Scene): readonly Node[] {
	return scene.diagram.nodes.filter(({id}) => scene.reaches(id) && isSplit(scene.diagram, id));
}

/** Splits that nothing marks as such. */
export function parallelSplits(scene: Scene): Problem[] {
	return splits(scene).map(node =>
		problem(
			'parallel-split',
			node.span,
			`${called(node)} leads on to ${scene.out(node.id).length} nodes at once`,
			{
				hint: 'make it a diamond if one of them is to be chosen',
				...scene.route(node.id),
			},
		),
	);
}

/** Joins that a decision on the way may lead past: how many branches arrive there is not the same each time. */
export function orJoins(scene: Scene): Problem[] {
	const found = new Map<string, Problem>();
	if (scene.diagram.nodes.length > mostNodes) return [];
	for (const split of splits(scene).slice(0, most)) {
		const branches = scene
			.out(split.id)
			.slice(0, most)
			.map(({to}) => follow(to, id => scene.out(id)));
		for (const join of joins(scene, branches).slice(0, most)) {
			const past = found.has(join.id) ? undefined : bypass(scene, branches, join);
			if (past) found.set(join.id, orJoin(scene, split, join, past));
		}
	}
	return [...found.values()];
}

/** Nodes into which edges lead that belong to different branches alone. */
function joins(scene: Scene, branches: readonly ReadonlySet<string>[]): readonly Node[] {
	const owner = (id: string) => {
		const owners = branches.flatMap((branch, index) => (branch.has(id) ? [index] : []));
		return owners.length === 1 ? owners[0] : undefined;
	};
	return scene.diagram.nodes.filter(({id}) => {
		const into = scene.in(id);
		return (
			into.length > 1 &&
			new Set(into.map(({from}) => owner(from)).filter(index => index !== undefined)).size > 1
		);
	});
}

/** A branch of a decision, marked as one or not, on the way from the split to `join`, from which no way leads there. */
function bypass(scene: Scene, branches: readonly ReadonlySet<string>[], join: Node): Edge | undefined {
	const before = follow(join.id, id => scene.in(id).map(edge => ({...edge, to: edge.from})));
	for (const branch of branches)
		for (const id of branch) {
			if (!before.has(id) || id === join.id || isSplit(scene.diagram, id)) continue;
			const past = scene.out(id).find(({to}) => !before.has(to));
			if (past) return past;
		}
	return undefined;
}

function orJoin(scene: Scene, split: Node, join: Node, past: Edge): Problem {
	const message = `${called(join)} waits for the branches of ${called(split)}, but one of them may never come`;
	return problem('or-join', join.span, message, {
		hint: 'a dry run waits until none can come any more; `--join and` waits for all',
		related: {span: past.span, message: 'this way leads past it'},
		...scene.route(join.id),
	});
}

function follow(first: string, out: (id: string) => readonly Edge[]): ReadonlySet<string> {
	const seen = new Set([first]);
	for (const id of seen) for (const {to} of out(id)) seen.add(to);
	return seen;
}

/** Nodes that no run comes to, ends that are none, and where runs begin. */
import type {Node} from '../diagram/diagram.js';
import {type Problem, problem} from '../problem.js';
import {called, type Scene} from './scene.js';

/** One problem for each part that cannot be reached, at the node where one would enter it. */
export function unreachable(scene: Scene): Problem[] {
	const entered = new Set<string>();
	const found: Problem[] = [];
	const lost = scene.diagram.nodes.filter(({id}) => !scene.reaches(id));
	for (const node of [...lost.filter(({id}) => scene.in(id).length === 0), ...lost]) {
		if (entered.has(node.id)) continue;
		const before = entered.size;
		enter(scene, node.id, entered);
		found.push(unreachableNode(scene, node, entered.size - before - 1));
	}
	return found;
}

function unreachableNode(scene: Scene, node: Node, others: number): Problem {
	const end = scene.out(node.id).length === 0;
	const more = others > 0 ? `, nor ${others} more behind it` : '';
	const message = `${end ? 'the end ' : ''}${called(node)} cannot be reached from ${startNames(scene)}${more}`;
	return problem(end ? 'unreachable-end' : 'unreachable-node', node.span, message, {
		hint: 'lead an edge to it, or leave it out',
	});
}

function startNames(scene: Scene): string {
	const [first] = scene.starts;
	return scene.starts.length === 1 && first !== undefined ? called(scene.diagram.node(first)) : 'any start';
}

/** Adds the node called `id`, and all behind it, to those that were `entered`, each looked at once. */
function enter(scene: Scene, id: string, entered: Set<string>): void {
	const open = [id];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (entered.has(node)) continue;
		entered.add(node);
		for (const {to} of scene.out(node)) if (!scene.reaches(to)) open.push(to);
	}
}

/** Ends that do not look like one. */
export function deadEnds(scene: Scene): Problem[] {
	return scene.diagram.nodes
		.filter(({id, shape}) => shape !== 'circle' && scene.reaches(id) && scene.out(id).length === 0)
		.map(node =>
			problem('dead-end', node.span, `${called(node)} is a dead end: nothing leads on, and it is no circle`, {
				hint: 'lead an edge on from it, or make it a circle if the process ends here',
				...scene.route(node.id),
			}),
		);
}

/** More places to begin than one: a run has to ask. */
export function severalStarts({diagram, starts}: Scene): Problem[] {
	const [first, second] = starts.map(id => diagram.node(id));
	if (!first || !second) return [];
	return [
		problem(
			'several-starts',
			second.span,
			`a run may begin at ${starts.length} nodes; ${called(second)} is one of them`,
			{
				hint: 'a drill asks at which, `run` begins at all of them; `--start` chooses',
				related: {span: first.span, message: 'so is this'},
			},
		),
	];
}

/** Decisions that do not say what is decided. */
import type {Edge, Node} from '../diagram/diagram.js';
import {type Problem, problem} from '../problem.js';
import {brief} from '../text.js';
import {called, type Scene} from './scene.js';

function decisions({diagram}: Scene): readonly Node[] {
	return diagram.nodes.filter(({shape}) => shape === 'diamond');
}

/** Diamonds with nothing to decide. */
export function oneWay(scene: Scene): Problem[] {
	return decisions(scene)
		.filter(({id}) => scene.out(id).length === 1)
		.map(node =>
			problem('decision-with-one-way', node.span, `the decision ${called(node)} has one way out only`, {
				hint: 'add the other branch, or make it a rectangle',
				...scene.route(node.id),
			}),
		);
}

/** Branches that cannot be told apart: without a label, or with that of another. */
export function unclearBranches(scene: Scene): Problem[] {
	return decisions(scene).flatMap(node => {
		const branches = scene.out(node.id);
		if (branches.length < 2) return [];
		const unlabelled = branches
			.filter(({label}) => label.trim() === '')
			.map(edge => unlabelledBranch(scene, node, edge));
		return [...unlabelled, ...sameLabels(node, branches)];
	});
}

function unlabelledBranch(scene: Scene, node: Node, edge: Edge): Problem {
	const to = scene.diagram.node(edge.to);
	return problem(
		'unlabelled-branch',
		edge.span,
		`the way from ${called(node)} to ${called(to)} does not say when it is taken`,
		{
			hint: 'give it a label: `[label="Yes"]`',
		},
	);
}

function sameLabels(node: Node, branches: readonly Edge[]): Problem[] {
	const first = new Map<string, Edge>();
	const found: Problem[] = [];
	for (const edge of branches) {
		const label = edge.label.trim().toLowerCase();
		const other = first.get(label);
		if (label && !other) first.set(label, edge);
		else if (label && other)
			found.push(
				problem(
					'same-label',
					edge.span,
					`two ways out of ${called(node)} are labelled “${brief(edge.label.trim())}”`,
					{
						hint: 'say what tells them apart',
						related: {span: other.span, message: 'the other way'},
					},
				),
			);
	}
	return found;
}

/** "Aborted" into "Complete rollout": what failed goes on as if it had not. */
import type {Edge, Node} from '../diagram/diagram.js';
import {marksOf} from '../paths/evidence.js';
import {networkOf} from '../paths/network.js';
import {meaningOf} from '../paths/words/meaning.js';
import {failing} from '../paths/words/tables.js';
import {type Problem, problem} from '../problem.js';
import {brief} from '../text.js';
import {called, type Scene} from './scene.js';

/** Steps that are looked at after the one that failed, as long as nothing is decided between. */
const farthest = 3;
/** Going ahead is no outcome yet, but after a failure it is as wrong as success. */
const ahead = /\b(?:deploy|promote|publish|launch|ship|go[- ]live|roll ?out)\b/i;

/** Steps like success that follow a failing one without a decision. What stands on every route is not like success. */
export function successAfterFailure(scene: Scene): Problem[] {
	const net = networkOf(scene.diagram);
	const marks = marksOf(net, new Map());
	const outcome = (id: string) => marks.nodes.get(net.nodeOf.get(id) ?? -1)?.outcome;
	const saying = (edge: Edge) => marks.edges.get(net.edgeOf.get(edge.id) ?? -1)?.outcome;
	const found = new Map<string, Problem>();
	for (const edge of scene.diagram.edges) {
		const label = failing.has(saying(edge) ?? '');
		const node = failing.has(outcome(edge.from) ?? '') && saying(edge) === undefined;
		if (edge.synthetic || !scene.reaches(edge.from) || (!label && !node)) continue;
		const next = goodStep(scene, edge, outcome);
		if (next && !found.has(next.id)) found.set(next.id, report(scene, edge, label, next));
	}
	return [...found.values()];
}

/** The first step like success after `edge`, before anything is decided, said or repeated. */
function goodStep(scene: Scene, edge: Edge, outcome: (id: string) => string | undefined): Node | undefined {
	let current = edge;
	for (let steps = 0; steps < farthest; steps++) {
		const node = scene.diagram.node(current.to);
		if (node.shape === 'diamond' || scene.isOnCycle(current)) return undefined;
		const said = outcome(node.id);
		if (said === 'success' || (said === undefined && ahead.test(node.label) && !meaningOf(node.label)))
			return node;
		const [next, ...others] = scene.out(node.id);
		if (said !== undefined || !next || others.length > 0 || next.label.trim() !== '') return undefined;
		current = next;
	}
	return undefined;
}

function report(scene: Scene, edge: Edge, label: boolean, next: Node): Problem {
	const from = scene.diagram.node(edge.from);
	const what = label ? `“${brief(edge.label.trim())}”` : called(from);
	const route = scene.route(edge.from).route;
	return problem('success-after-failure', edge.span, `after ${what} the process goes on to ${called(next)}`, {
		hint: 'lead it to a step that undoes, reports or ends',
		related: {span: next.span, message: 'like success, or going ahead'},
		...(route ? {route: [...route, edge.to, ...(next.id === edge.to ? [] : [next.id])]} : {}),
	});
}

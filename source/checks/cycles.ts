/** Cycles that never end, and loop lines that do not fit the cycles there are. */

import {numberBeside} from '../diagram/bound.js';
import {components} from '../diagram/components.js';
import type {Loop} from '../diagram/diagram.js';
import {groupBy} from '../group.js';
import {type Problem, problem} from '../problem.js';
import {brief} from '../text.js';
import {called, type Scene} from './scene.js';

/** Nodes of a cycle that a hint names. */
const mostNamed = 40;

/** Each cycle that a run can come to, by the members of its component in file order. */
function cycles(scene: Scene): (readonly string[])[] {
	const ids = scene.diagram.nodes.map(node => node.id);
	const members = groupBy(ids, id => scene.component.get(id));
	return [...members.values()].filter(
		([first = '', ...others]) =>
			scene.reaches(first) && (others.length > 0 || scene.out(first).some(({to}) => to === first)),
	);
}

/** Cycles that a run enters and never leaves. */
export function endlessCycles(scene: Scene): Problem[] {
	return cycles(scene)
		.filter(members => isEndless(scene, members))
		.map(members => {
			const node = scene.diagram.node(members[0] ?? '');
			const message = `a run that comes to ${called(node)} never ends: nothing leads out of this cycle`;
			return problem('endless-cycle', node.span, message, {
				hint: 'lead an edge from one of its nodes to an end',
				...scene.round(node.id),
			});
		});
}

function isEndless(scene: Scene, members: readonly string[]): boolean {
	return members.every(id => scene.out(id).every(edge => scene.isOnCycle(edge)));
}

/** Cycles with a way out that come by no node of a loop line: a run counts its turns where it comes by one. */
export function cyclesWithoutLoop(scene: Scene): Problem[] {
	const named = new Set(scene.diagram.loops.flatMap(loop => (isCycle(scene, loop) ? loop.nodes : [])));
	const next = (id: string) =>
		scene.out(id).flatMap(edge => (named.has(edge.to) || !scene.isOnCycle(edge) ? [] : [edge.to]));
	return cycles(scene)
		.filter(members => !isEndless(scene, members))
		.flatMap(members => {
			const rest = members.filter(id => !named.has(id));
			const component = components(rest, next);
			return [...groupBy(rest, id => component.get(id)).values()];
		})
		.filter(([first = '', ...others]) => others.length > 0 || next(first).includes(first))
		.map(members => {
			const node = scene.diagram.node(members[0] ?? '');
			return problem(
				'cycle-without-loop',
				node.span,
				`${called(node)} is on a cycle that no \`loop\` line explains`,
				{hint: lineFor(members), ...scene.round(node.id, id => !named.has(id))},
			);
		});
}

/** The line that explains a cycle of `members`; of a very long one it says that it goes on. */
function lineFor(members: readonly string[]): string {
	const named = `loop [condition] ${members.slice(0, mostNamed).map(brief).join(' ')}`;
	return members.length > mostNamed
		? `write how long it goes on, with all ${members.length} nodes of the cycle: \`${named} …\``
		: `write how long it goes on: \`${named}\``;
}

/** Loop lines whose nodes no edges join into a cycle. */
export function loopsWithoutCycle(scene: Scene): Problem[] {
	const closing = new Map(
		scene.diagram.edges.flatMap(edge => (edge.synthetic ? [[edge.span.start, edge] as const] : [])),
	);
	return scene.diagram.loops
		.filter(({nodes}) => nodes.length > 0)
		.filter(loop => !isCycle(scene, loop))
		.map(loop => {
			const implied = closing.get(loop.span.start);
			const back = implied
				? `; an edge back from \`${brief(implied.from)}\` to \`${brief(implied.to)}\` is taken as meant`
				: '';
			return problem(
				'loop-without-cycle',
				loop.span,
				`no edges make a cycle of the nodes of this loop${back}`,
				{
					hint: 'draw the edge that goes back, or leave the line out',
				},
			);
		});
}

/** Loop lines whose condition names a number that is not read as a bound: who meant one is told of none. */
export function unreadBounds({diagram}: Scene): Problem[] {
	return diagram.loops.flatMap(({condition, span}) => {
		const number = numberBeside(condition);
		if (number === undefined) return [];
		const message =
			'the number in this condition is not read as a bound: turns are counted, and no limit is told';
		return [
			problem('unread-bound', span, message, {hint: `where it is one, write \`up to ${number} times\``}),
		];
	});
}

function isCycle(scene: Scene, {nodes}: Loop): boolean {
	const number = scene.component.get(nodes[0] ?? '');
	if (nodes.some(id => scene.component.get(id) !== number)) return false;
	return nodes.some(id => scene.out(id).some(edge => scene.isOnCycle(edge)));
}

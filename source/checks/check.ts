/** All there is to say about a text: its language, and what in its graph would hurt a drill. */
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import {type Problem, problem} from '../problem.js';
import {successAfterFailure} from './after-failure.js';
import {cyclesWithoutLoop, endlessCycles, loopsWithoutCycle, unreadBounds} from './cycles.js';
import {oneWay, unclearBranches} from './decisions.js';
import {numberGap} from './numbers.js';
import {deadEnds, severalStarts, unreachable} from './reach.js';
import {Scene} from './scene.js';
import {orJoins, parallelSplits} from './splits.js';

/** A rule looks at a diagram and finds what would hurt a drill. A new one is a function and a line here. */
type Rule = (scene: Scene) => readonly Problem[];

const rules: readonly Rule[] = [
	unreachable,
	deadEnds,
	severalStarts,
	endlessCycles,
	cyclesWithoutLoop,
	loopsWithoutCycle,
	unreadBounds,
	oneWay,
	unclearBranches,
	parallelSplits,
	orJoins,
	successAfterFailure,
	numberGap,
];

const noNode = problem('no-node', {start: 0, end: 0}, 'there is no node in this file', {
	hint: 'write one into a lane, such as `n1: circle label:"Start"`',
});

/** The findings about a diagram, in file order. */
export function findings(diagram: Diagram): readonly Problem[] {
	if (diagram.nodes.length === 0) return [noNode];
	const scene = new Scene(diagram);
	return rules.flatMap(rule => rule(scene)).sort((a, b) => a.span.start - b.span.start);
}

/**
 * The problems of a text and the findings about its diagram, in file order. As long as there are errors, parts
 * of the diagram are missing: what would be found about it would be the same mistakes once more.
 */
export function check(text: string): readonly Problem[] {
	const {diagram, problems} = read(text);
	if (problems.some(({severity}) => severity === 'error')) return problems;
	return [...problems, ...findings(diagram)].sort((a, b) => a.span.start - b.span.start);
}

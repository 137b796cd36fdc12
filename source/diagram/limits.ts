/** What is not read any more, so that no file, however large, can exhaust time or memory. */
import {type Problem, problem} from '../problem.js';
import type {Arrangement} from './arrange.js';

/** Characters (UTF-16 units) of a file. */
export const longestText = 2_000_000;
/** Lanes of a diagram; what further lanes hold goes into the last. */
export const mostLanes = 1000;
/** Problems of a file that are told. */
export const mostProblems = 10_000;

const most = {nodes: 50_000, edges: 100_000, loops: 1000} as const;

type Limited = Pick<Arrangement, 'nodes' | 'edges' | 'loops'>;

/** As many nodes, edges and loops as a diagram may have, and a problem where some were left out. */
export function limit({nodes, edges, loops}: Limited): Limited & {problems: readonly Problem[]} {
	const problems: Problem[] = [];
	const upTo = <T extends {readonly statement: {start: number; end: number}}>(
		kind: keyof typeof most,
		list: readonly T[],
	) => {
		const first = list[most[kind]]?.statement;
		if (!first) return list;
		const message = `more than ${most[kind]} ${kind}; those from here on are left out`;
		problems.push(problem('too-many', {start: first.start, end: first.end}, message));
		return list.slice(0, most[kind]);
	};
	return {nodes: upTo('nodes', nodes), edges: upTo('edges', edges), loops: upTo('loops', loops), problems};
}

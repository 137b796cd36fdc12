/** Graphs to measure with: edges between numbers, from 0 to `end`. */
export interface Graph {
	readonly end: number;
	readonly edges: readonly (readonly [number, number, string])[];
}

/** `size` decisions in a row, two steps behind each: 2^size routes. */
export function ladder(size: number): Graph {
	const edges = Array.from({length: size}, (_, i): [number, number, string][] => [
		[3 * i, 3 * i + 1, 'Yes'],
		[3 * i, 3 * i + 2, 'No'],
		[3 * i + 1, 3 * i + 3, ''],
		[3 * i + 2, 3 * i + 3, ''],
	]);
	return {end: 3 * size, edges: edges.flat()};
}

/** One route, tried after a region of `size` decisions that only leads back. */
export function retryTrap(size: number): Graph {
	const {edges, end} = ladder(size);
	return {
		end: end + 2,
		edges: [[end + 1, 0, 'try'], ...edges, [end, end + 1, 'again'], [end + 1, end + 2, 'out']],
	};
}

/** `size` nodes in a row. */
export function chain(size: number): Graph {
	return {
		end: size - 1,
		edges: Array.from({length: size - 1}, (_, i): [number, number, string] => [i, i + 1, '']),
	};
}

/** One node that leads to `size` others. */
export function fanOut(size: number): Graph {
	return {
		end: size,
		edges: Array.from({length: size}, (_, i): [number, number, string] => [0, i + 1, `${i}`]),
	};
}

/** The graph as a FlowZap text that begins at `start`; a node with several ways out is a diamond. */
export function program({edges}: Graph): string {
	const nodes = [...new Set([...edges.map(([from]) => from), ...edges.map(([, to]) => to)])];
	const shape = (node: number) =>
		edges.filter(([from]) => from === node).length > 1 ? 'diamond' : 'rectangle';
	return [
		'bench {',
		...nodes.map(node => `n${node}: ${shape(node)} label:"Step ${node}"`),
		...edges.map(([from, to, label]) => `n${from}.handle(right) -> n${to}.handle(left) [label="${label}"]`),
		'}',
		'',
	].join('\n');
}

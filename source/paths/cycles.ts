/** Strongly connected components of a numbered graph. */
import {components} from '../diagram/components.js';

export interface Cycles {
	/** The component of each node; an edge never leads to a greater number. */
	readonly component: Int32Array;
	readonly members: readonly (readonly number[])[];
	/** Per component: whether it holds a cycle. */
	readonly cyclic: readonly boolean[];
}

/** The components of the graph whose node `n` is left by the edges `out[n]`, which lead to `to[edge]`. */
export function cyclesOf(out: readonly (readonly number[])[], to: Int32Array): Cycles {
	const numbers = components(out.keys(), node => (out[node] ?? []).map(edge => to[edge] ?? 0));
	const component = Int32Array.from(out, (_, node) => numbers.get(node) ?? 0);
	const members: number[][] = Array.from({length: new Set(component).size}, () => []);
	const cyclic = members.map(() => false);
	component.forEach((number, node) => {
		members[number]?.push(node);
		if (out[node]?.some(edge => component[to[edge] ?? 0] === number)) cyclic[number] = true;
	});
	return {component, members, cyclic};
}

/** @xstate/graph: all simple paths of the graph on standard input. */
import {json} from 'node:stream/consumers';
import {getSimplePaths} from '@xstate/graph';
import {createMachine} from 'xstate';
import type {Graph} from '../graphs.js';

const {graph, start} = (await json(process.stdin)) as {graph: Graph; start: number};
const states: Record<string, {on: Record<string, string>}> = {};
for (const [from, to, label] of graph.edges) {
	const source = states[`n${from}`] ?? {on: {}};
	states[`n${from}`] = source;
	states[`n${to}`] ??= {on: {}};
	source.on[label || 'next'] = `n${to}`;
}
const machine = createMachine({initial: `n${start}`, states});
const begun = performance.now();
const paths = getSimplePaths(machine, {toState: state => state.value === `n${graph.end}`});
process.stdout.write(JSON.stringify({routes: paths.length, seconds: (performance.now() - begun) / 1000}));

/** This program, in a process of its own: `{routes, seconds, megabytes}` for the graph on standard input. */
import {readFile} from 'node:fs/promises';
import {json} from 'node:stream/consumers';
import {read} from '../../source/diagram/read.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {everything, Query} from '../../source/paths/query.js';
import {type Graph, program} from '../graphs.js';

const {graph, start, most} = (await json(process.stdin)) as {graph: Graph; start: number; most: number};
const {diagram} = read(program(graph));
const begun = performance.now();
const outcomes = outcomesOf(diagram);
const query = new Query(outcomes, {...everything, rounds: 0, from: [`n${start}`], to: [`n${graph.end}`]});
query.count();
let routes = 0;
for (const _ of query.routes()) {
	routes += 1;
	if (routes === most) break;
}
const seconds = (performance.now() - begun) / 1000;
// What a process is said to have used begins with what the one that started it did; the kernel knows better.
const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
const peak = /VmHWM:\s+(\d+)/.exec(status)?.[1];
const megabytes = Number(peak ?? process.resourceUsage().maxRSS) / 1024;
process.stdout.write(JSON.stringify({routes, seconds, megabytes}));

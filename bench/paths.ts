/** Routes: counted, listed and streamed, beside @xstate/graph and, where a Python has it, networkx. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {text} from 'node:stream/consumers';
import {read} from '../source/diagram/read.js';
import {outcomesOf} from '../source/paths/outcome.js';
import {everything, Query} from '../source/paths/query.js';
import {chain, fanOut, type Graph, ladder, program, retryTrap} from './graphs.js';
import {type Streamed, stream} from './stream.js';

/** Seconds after which a peer is taken to give no answer. */
const patience = 10;

interface Task {
	readonly graph: Graph;
	readonly start: number;
	/** Routes after which to stop. */
	readonly most: number;
}

interface Answer {
	readonly routes: number;
	readonly seconds: number;
	readonly megabytes?: number;
}

const ours = (task: Task) => ask(process.execPath, ['build/bench/peers/ours.js'], task);
const xstate = (task: Task) => ask(process.execPath, ['build/bench/peers/xstate.js'], task);

/** Pythons that may have networkx, that of the system first; the first that has it, with its version. */
async function pythonWithNetworkx(): Promise<{command: string; version: string} | undefined> {
	for (const command of ['/usr/bin/python3', 'python3']) {
		const version = await answerOf(command, ['-c', 'import networkx; print(networkx.__version__)'], '');
		if (version.code === 0) return {command, version: version.out.trim()};
	}
	return undefined;
}

/** The figures of counting and listing, one by one. */
export async function measure(): Promise<{name: string; value: string; peer?: string}[]> {
	return [...(await listed()), await trapped(), ...counted()];
}

async function listed() {
	const task = {graph: ladder(20), start: 0, most: 2 ** 20};
	const peer = await peers({...task, most: 2 ** 17});
	const ways = [
		['ndjson', 'nowhere'],
		['ndjson', 'pipe'],
		['csv', 'nowhere'],
		['csv', 'pipe'],
	] as const;
	const rows = [
		{name: 'ladder of 20 decisions, 1,048,576 routes, made', value: rate(await ours(task)), peer},
	];
	for (const [format, into] of ways) {
		const name = `the same, streamed by the program as ${format} ${into === 'pipe' ? 'into a pipe' : 'to /dev/null'}`;
		const taken = await stream(program(task.graph), 'paths', ['--format', format], into);
		rows.push({name, value: streamed(task.most, taken), peer: ''});
	}
	return rows;
}

function streamed(routes: number, {seconds, processor, megabytes, bytes}: Streamed): string {
	const size = bytes === 0 ? '' : `, ${(bytes / 1e6).toFixed(0)} MB of text`;
	const {format} = new Intl.NumberFormat('en', {maximumSignificantDigits: 3});
	return `${format(routes / seconds)} routes/s (${format(routes / processor)} per second of processor), peak ${megabytes.toFixed(0)} MB${size}`;
}

async function trapped() {
	const graph = retryTrap(40);
	const task = {graph, start: graph.end - 1, most: 2};
	return {
		name: 'retry trap of 40 decisions, its one route',
		value: time(await ours(task)),
		peer: await peers(task),
	};
}

function counted() {
	return [
		count('ladder of 200 decisions, counted', ladder(200)),
		count('chain of 10,000 nodes, counted', chain(10_000)),
		count('fan-out to 5,000 nodes, counted', fanOut(5000)),
	];
}

function count(name: string, graph: Graph) {
	const {diagram} = read(program(graph));
	const begun = performance.now();
	const {total} = new Query(outcomesOf(diagram), everything).count();
	const milliseconds = performance.now() - begun;
	const digits = String(total.value);
	const figure = digits.length > 12 ? `a number of ${digits.length} digits` : digits;
	return {name, value: `${figure}, ${total.exact ? 'exact' : 'at least'}, in ${milliseconds.toFixed(0)} ms`};
}

async function peers(task: Task): Promise<string> {
	const say = (name: string, answer: Answer | string) =>
		`${name} ${typeof answer === 'string' ? answer : task.most > 2 ? rate(answer) : time(answer)}`;
	const python = await pythonWithNetworkx();
	const networkx = python
		? say(`networkx ${python.version}`, await ask(python.command, ['bench/peers/simple_paths.py'], task))
		: 'networkx: no Python here has it';
	return [networkx, say('@xstate/graph', await xstate(task))].join('; ');
}

function rate(answer: Answer | string): string {
	if (typeof answer === 'string') return answer;
	const perSecond = Math.round(answer.routes / answer.seconds / 1000) * 1000;
	const memory = answer.megabytes === undefined ? '' : `, ${answer.megabytes.toFixed(0)} MB`;
	return `${perSecond.toLocaleString('en')} routes/s${memory}`;
}

function time(answer: Answer | string): string {
	if (typeof answer === 'string') return answer;
	return `${answer.routes} route in ${(answer.seconds * 1000).toFixed(0)} ms`;
}

/** What a program in a process of its own answers; in words where it does not. */
async function ask(command: string, argv: readonly string[], task: Task): Promise<Answer | string> {
	const {out, code} = await answerOf(command, argv, JSON.stringify(task));
	if (code === 'late') return `no answer in ${patience} s`;
	return code === 0 ? (JSON.parse(out) as Answer) : 'failed';
}

/** What a program writes, and its exit code: `late` where it was stopped, undefined where it is not there. */
async function answerOf(command: string, argv: readonly string[], input: string) {
	const child = spawn(command, argv, {stdio: ['pipe', 'pipe', 'ignore']});
	const timer = setTimeout(() => child.kill('SIGKILL'), patience * 1000);
	child.stdin.on('error', () => {});
	child.stdin.end(input);
	try {
		const [out, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'close')]);
		return {out, code: signal === 'SIGKILL' ? ('late' as const) : (code as number)};
	} catch {
		return {out: '', code: undefined};
	} finally {
		clearTimeout(timer);
	}
}

/** The screen as a person meets it: in a pseudo-terminal, from the key to the bytes, and from the command to the frame. */
import {spawn as spawnProcess} from 'node:child_process';
import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {type IPty, spawn} from '@lydell/node-pty';
import type {Figure} from './figure.js';

const program = path.resolve('build/bundle/cli.js');
const frameEnd = '\x1b[?2026l';
/** Keys measured per diagram: a step, and back again. */
const keys = 120;
/** The first keys run through code that was never run before; they are told apart. */
const coldKeys = 10;
/** Starts measured each way; the middle one counts. */
const starts = 9;

/** Latency and bytes a frame at 200 by 60 for 20 and 2,000 nodes, and start-up beside `node -e 0`. */
export async function measure(): Promise<Figure[]> {
	const folder = await mkdtemp(path.join(tmpdir(), 'flowzap-bench-'));
	const result: Figure[] = [];
	for (const nodes of [20, 2000]) {
		const file = path.join(folder, `${nodes}.fz`);
		await writeFile(file, chain(nodes));
		const {milliseconds, bytes} = await latency(file);
		result.push(
			{
				name: `key to bytes, ${nodes} nodes`,
				value: `p95 ${quantile(milliseconds.slice(coldKeys), 0.95).toFixed(1)} ms, median ${quantile(milliseconds, 0.5).toFixed(1)} ms; of the first ${coldKeys} keys ${quantile(milliseconds.slice(0, coldKeys), 0.5).toFixed(1)} ms`,
			},
			{name: `bytes a frame, ${nodes} nodes, median`, value: `${quantile(bytes, 0.5)}`},
		);
	}
	const {node, frame, commands} = await startUps(path.join(folder, '20.fz'));
	const peer = `\`node -e 0\` ${node.toFixed(0)} ms`;
	result.push({name: 'first frame', value: `${frame.toFixed(0)} ms, ${(frame / node).toFixed(2)}×`, peer});
	for (const [name, taken] of Object.entries(commands))
		result.push({name: `\`${name}\``, value: `${taken.toFixed(0)} ms, ${(taken / node).toFixed(2)}×`, peer});
	return result;
}

/** A process of `count` nodes in five lanes, with a decision that leads back every tenth node. */
function chain(count: number): string {
	const lanes = 5;
	const perLane = Math.ceil(count / lanes);
	const rows: string[] = [];
	for (let lane = 0; lane < lanes; lane += 1) {
		rows.push(`Lane${lane} { # Team ${lane}`);
		const ids = Array.from({length: perLane}, (_, i) => lane * perLane + i + 1).filter(id => id <= count);
		for (const id of ids) {
			const shape = id === 1 || id === count ? 'circle' : id % 10 === 0 ? 'diamond' : 'rectangle';
			rows.push(`n${id}: ${shape} label:"Do the work of step ${id}"`);
		}
		for (const id of ids) {
			const to = (lane + 1) * perLane < id + 1 ? `Lane${lane + 1}.n${id + 1}` : `n${id + 1}`;
			if (id < count)
				rows.push(`n${id}.handle(right) -> ${to}.handle(left)${id % 10 === 0 ? ' [label="Yes"]' : ''}`);
			if (id % 10 === 0 && ids.includes(id + 2))
				rows.push(`n${id}.handle(bottom) -> n${id + 2}.handle(bottom) [label="No"]`);
		}
		rows.push('}');
	}
	return `${rows.join('\n')}\n`;
}

async function latency(file: string): Promise<{milliseconds: number[]; bytes: number[]}> {
	const {pty, frame} = watch(file);
	await frame();
	const milliseconds: number[] = [];
	const bytes: number[] = [];
	for (let index = 0; index < keys; index += 1) {
		// The screen is at rest: what comes next is the answer to the key.
		await new Promise(resolve => setTimeout(resolve, 30));
		const next = frame();
		const begun = performance.now();
		pty.write(index % 2 === 0 ? '\x1b[C' : '\x1b[D');
		const shown = await next;
		milliseconds.push(performance.now() - begun);
		bytes.push(shown.length);
	}
	pty.kill('SIGKILL');
	return {milliseconds, bytes};
}

/** The program in a terminal of 200 by 60, and a promise of its next whole frame. */
function watch(file: string): {readonly pty: IPty; readonly frame: () => Promise<string>} {
	const {CI: _, NO_COLOR: __, ...env} = process.env;
	const pty = spawn(process.execPath, [program, file], {
		cols: 200,
		rows: 60,
		env: {...env, TERM: 'xterm-256color', LANG: 'C.UTF-8', XDG_STATE_HOME: path.dirname(file)} as Record<
			string,
			string
		>,
	});
	let output = '';
	let told = (_frame: string) => {};
	pty.onData(data => {
		output += data;
		if (!output.endsWith(frameEnd)) return;
		const frame = output;
		output = '';
		told(frame);
	});
	const frame = () =>
		new Promise<string>(resolve => {
			told = resolve;
		});
	return {pty, frame};
}

/** Commands that open no screen, with the words they take before the file. */
const quiet = {'--version': ['--version'], check: ['check'], draw: ['draw'], paths: ['paths']} as const;

interface StartUps {
	readonly node: number;
	readonly frame: number;
	readonly commands: Readonly<Record<string, number>>;
}

/** Medians in milliseconds, taken in turns so that a busy moment of the machine hits all alike. */
async function startUps(file: string): Promise<StartUps> {
	const node: number[] = [];
	const frames: number[] = [];
	const commands = Object.entries(quiet).map(([name, words]) => ({name, words, taken: [] as number[]}));
	for (let round = 0; round < starts; round += 1) {
		node.push(await timed(() => ended(['-e', '0'])));
		frames.push(
			await timed(async () => {
				const {pty, frame} = watch(file);
				await frame();
				pty.kill('SIGKILL');
			}),
		);
		for (const {words, taken} of commands)
			taken.push(await timed(() => ended([program, ...words, ...(words[0] === '--version' ? [] : [file])])));
	}
	return {
		node: quantile(node, 0.5),
		frame: quantile(frames, 0.5),
		commands: Object.fromEntries(commands.map(({name, taken}) => [name, quantile(taken, 0.5)])),
	};
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}

/** A program is run and read to its end by another, as a hook or a pipeline does. */
function ended(words: readonly string[]): Promise<void> {
	return new Promise(resolve => {
		const child = spawnProcess(process.execPath, [...words], {stdio: ['ignore', 'pipe', 'pipe']});
		child.stdout.resume();
		child.stderr.resume();
		child.on('close', () => resolve());
	});
}

function quantile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

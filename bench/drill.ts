/** Undo in long runs, wide splits, records: written, read, made a run again. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {read} from '../source/diagram/read.js';
import {lineFor, noTip} from '../source/drill/event.js';
import {factsBetween} from '../source/drill/facts.js';
import {createJournal} from '../source/drill/journal.js';
import {logbookOf} from '../source/drill/logbook.js';
import {openingFacts, originOf} from '../source/drill/opening.js';
import {readRecord} from '../source/drill/record.js';
import {replay} from '../source/drill/replay.js';
import {outcomesOf} from '../source/paths/outcome.js';
import {begin} from '../source/run/begin.js';
import {onward} from '../source/run/onward.js';
import type {Run} from '../source/run/run.js';
import {choose, step} from '../source/run/step.js';
import {back} from '../source/run/undo.js';
import type {Figure} from './figure.js';

/** The medians of what matters in a drill, each with its unit. */
export async function measure(): Promise<Figure[]> {
	return [...longRun(), longCycle(), wideSplit(), appended(), ...opened()];
}

function longRun(): Figure[] {
	const {diagram} = read(chain(10_000));
	const states: Run[] = [];
	const walking = time(() => {
		for (let run = begin(diagram); run.state !== 'ended'; run = step(run)) states.push(run);
	});
	const last = onward(states.at(-1) ?? begin(diagram));
	const once = median(50, () => back(last));
	const all = time(() => {
		let run = last;
		while (run.past) run = back(run);
	});
	return [
		{name: 'run of 10,000 steps', value: `${walking.toFixed(0)} ms`},
		{name: 'undo in it, one step', value: `${once.toFixed(3)} ms`},
		{name: 'undo in it, all 10,000 steps', value: `${all.toFixed(1)} ms`},
	];
}

/** How long it takes to go round, and how much longer than round half of it. */
function longCycle(): Figure {
	const [half = 0, whole = 0] = [2000, 4000].map(length => {
		const {diagram} = read(
			chain(length).replace('}', `n${length - 1}.handle(top) -> n0.handle(top) [label="again"]\n}`),
		);
		return time(() => {
			let run = begin(diagram);
			for (let steps = 0; steps < length * 5; steps += 1) run = step(run);
		});
	});
	const growth = (whole / half).toFixed(2);
	return {
		name: 'cycle of 4,000 nodes, gone round 5 times',
		value: `${whole.toFixed(0)} ms, ${growth}× that of 2,000`,
	};
}

function wideSplit(): Figure {
	const {diagram} = read(fan(5000));
	let run = begin(diagram);
	const spent = time(() => {
		run = onward(run);
	});
	return {
		name: 'fan-out of 5,000, split and joined again',
		value: `${spent.toFixed(0)} ms, ${run.steps.size} steps`,
	};
}

function appended(): Figure {
	const folder = mkdtempSync(join(tmpdir(), 'flowzap-bench-'));
	const opening = createJournal(join(folder, 'drill.jsonl'), {
		programs: {host: 'here', own: process.pid, alive: () => true},
		platform: process.platform,
		now: Date.now,
		steady: () => performance.now(),
	});
	if ('refused' in opening) throw new Error(opening.refused);
	const spent = median(200, () =>
		opening.journal.append([{type: 'note', text: 'a note of ordinary length'}]),
	);
	opening.journal.close();
	rmSync(folder, {recursive: true});
	return {name: 'an event written and synced', value: `${spent.toFixed(2)} ms`};
}

/** A record of 100,000 events: notes, steps round a loop, and steps back. */
function opened(): Figure[] {
	const text = readFileSync('test/run/models/payment-retry.fz', 'utf8');
	const {diagram} = read(text);
	const outcomes = outcomesOf(diagram);
	const facts = openingFacts(begin(diagram), originOf('payment-retry.fz', text), {version: '1.0.0'});
	let run = begin(diagram);
	while (facts.length < 100_000) {
		const next =
			run.state === 'choosing' ? choose(run, run.question?.node === 'n3' ? 'e4' : 'e5') : step(run);
		const later = next === run || facts.length % 7 === 0 ? back(back(back(back(run)))) : next;
		facts.push(...factsBetween(run, later, outcomes), {type: 'note', text: 'as expected', node: 'n2'});
		run = later;
	}
	let tip = noTip;
	const lines = facts.slice(0, 100_000).map((fact, index) => {
		const [line, next] = lineFor(fact, tip, {t: new Date(index * 1000).toISOString(), mono: index * 1000});
		tip = next;
		return `${line}\n`;
	});
	const folder = mkdtempSync(join(tmpdir(), 'flowzap-bench-'));
	const path = join(folder, 'drill.jsonl');
	writeFileSync(path, lines.join(''));
	const reading = median(3, () => readRecord(readFileSync(path)));
	const {events} = readRecord(readFileSync(path));
	const folding = median(3, () => {
		logbookOf(events);
		const {diverged} = replay(diagram, events);
		if (diverged) throw new Error(`${diverged.seq}: ${diverged.what}`);
	});
	rmSync(folder, {recursive: true});
	return [
		{name: 'record of 100,000 events, read and its chain checked', value: `${reading.toFixed(0)} ms`},
		{name: 'the same, made a run and a logbook again', value: `${folding.toFixed(0)} ms`},
		{name: 'record of 100,000 events, opened', value: `${(reading + folding).toFixed(0)} ms`},
	];
}

function chain(length: number): string {
	const nodes = Array.from({length}, (_, i) => `n${i}: rectangle label:"${i}"\n`);
	const edges = Array.from({length: length - 1}, (_, i) => `n${i}.handle(right) -> n${i + 1}.handle(left)\n`);
	return `L {\n${nodes.join('')}${edges.join('')}}\n`;
}

function fan(width: number): string {
	const nodes = Array.from({length: width}, (_, i) => `w${i}: rectangle label:"${i}"\n`);
	const edges = Array.from(
		{length: width},
		(_, i) => `s.handle(right) -> w${i}.handle(left)\nw${i}.handle(right) -> e.handle(left)\n`,
	);
	return `L {\ns: circle label:"s"\ne: circle label:"e"\n${nodes.join('')}${edges.join('')}}\n`;
}

function median(times: number, work: () => void): number {
	const all = Array.from({length: times}, () => time(work)).sort((a, b) => a - b);
	return all[Math.floor(times / 2)] ?? 0;
}

function time(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

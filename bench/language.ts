/** How fast FlowZap Code is read. */
import {check} from '../source/checks/check.js';
import {format} from '../source/diagram/format.js';
import {read} from '../source/diagram/read.js';
import type {Figure} from './figure.js';

/** A program of lanes with fifty nodes each, every node with an edge to the next. */
function program(nodes: number): string {
	const rows: string[] = [];
	for (let first = 1; first <= nodes; first += 50) {
		const numbers = Array.from({length: 50}, (_, index) => first + index).filter(number => number <= nodes);
		rows.push(`L${first} { # Lane ${first}`);
		rows.push(...numbers.map(number => `n${number}: rectangle label:"Step number ${number}"`));
		for (const number of numbers.filter(one => one < nodes))
			rows.push(
				number < first + 49
					? `n${number}.handle(right) -> n${number + 1}.handle(left) [label="next"]`
					: `n${number}.handle(bottom) -> L${number + 1}.n${number + 1}.handle(top) [label="down"]`,
			);
		rows.push('}');
	}
	return `${rows.join('\n')}\n`;
}

/** A program whose start leads nowhere, with a chain that may be entered at each of its nodes. */
function unreached(nodes: number): string {
	const rows = Array.from({length: nodes}, (_, index) => [
		`a${index}: rectangle label:"in"`,
		`b${index}: rectangle label:"on"`,
		`a${index}.handle(right) -> b${index}.handle(left)`,
		...(index > 0 ? [`b${index - 1}.handle(right) -> b${index}.handle(left)`] : []),
	]);
	return `L { # L\ns: circle label:"Start"\ne: circle label:"End"\ns.handle(right) -> e.handle(left)\n${rows.flat().join('\n')}\n}\n`;
}

/** The median time of `work`, in milliseconds, after it has run often enough to be warm. */
function median(work: () => unknown, runs: number): string {
	for (let run = 0; run < runs; run++) work();
	const times = Array.from({length: runs}, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	}).sort((a, b) => a - b);
	return `${(times[runs >> 1] ?? 0).toFixed(1)} ms`;
}

/** The figures: 50,000 characters, and 14,400 lines. */
export async function measure(): Promise<Figure[]> {
	const small = program(530);
	const large = program(7060);
	const size = (text: string) => `${text.length} characters, ${text.split('\n').length - 1} lines`;
	return [
		{name: `read ${size(small)}, warm`, value: median(() => read(small), 15)},
		{name: `read ${size(large)}`, value: median(() => read(large), 3)},
		{name: `check ${size(small)}, warm`, value: median(() => check(small), 9)},
		{name: 'check 4,000 nodes that no start leads to', value: median(() => check(unreached(2000)), 3)},
		{name: `fmt ${size(small)}, warm`, value: median(() => format(small), 9)},
	];
}

/**
 * All figures in one table; peers are measured in the same run. `npm run bench -- layout` measures one part,
 * `npm run bench -- --write` keeps what it measured in docs/.
 */
import {writeFile} from 'node:fs/promises';
import {arch, cpus, platform, totalmem} from 'node:os';
import process from 'node:process';
import * as drill from './drill.js';
import type {Figure} from './figure.js';
import {growthPicture} from './growth.js';
import * as language from './language.js';
import * as layout from './layout.js';
import * as paths from './paths.js';
import * as screen from './screen.js';

const parts: Readonly<Record<string, {measure(): Promise<Figure[]>}>> = {
	language,
	layout,
	paths,
	drill,
	screen,
};

const asked = process.argv.slice(2).filter(word => word !== '--write');
const figures: Figure[] = [];
const rows = ['| part | work | figure | beside it |', '|--|--|--|--|'];
console.log(rows.join('\n'));
for (const [name, {measure}] of Object.entries(parts)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	for (const figure of await measure()) {
		const row = `| ${name} | ${figure.name} | ${figure.value} | ${figure.peer ?? ''} |`;
		console.log(row);
		figures.push(figure);
		rows.push(row);
	}
}

if (process.argv.includes('--write')) {
	await writeFile('docs/benchmarks.md', page(rows));
	const points = figures.flatMap(figure => figure.points ?? []);
	if (points.length > 0) await writeFile('docs/growth.svg', growthPicture(points));
}

/** The table with the machine it was made on. */
function page(table: readonly string[]): string {
	const [first] = cpus();
	const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
	const machine = `${cpus().length} × ${first?.model.trim()}, ${memory}, ${platform()} ${arch()}, Node ${process.versions.node}`;
	return `# Benchmarks

One run of \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.
What stands beside a figure was measured in the same run; a ratio says how many times longer the other takes. Times of
another machine differ, ratios hardly do.

${table.join('\n')}

## Growth

![Time to lay out and draw over the number of nodes, beside other programs](growth.svg)

Both axes are in powers of ten: a line that rises one decade while it goes one to the right grows with the size.
`;
}

/** All figures in one table; peers are measured in the same run. `npm run bench -- layout` measures one part. */
import * as drill from './drill.js';
import * as layout from './layout.js';
import * as paths from './paths.js';
import * as screen from './screen.js';

const parts: Readonly<Record<string, {measure(): Promise<{name: string; value: string; peer?: string}[]>}>> =
	{layout, paths, drill, screen};

const asked = process.argv.slice(2);
console.log('| part | work | figure | beside it |');
console.log('|--|--|--|--|');
for (const [name, {measure}] of Object.entries(parts)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	for (const row of await measure())
		console.log(`| ${name} | ${row.name} | ${row.value} | ${row.peer ?? ''} |`);
}

/** Labels of wide characters, and of such as terminals disagree about: what stands behind them keeps its place. */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {folder} from '../helpers/folder.js';
import {Screen} from '../helpers/terminal.js';

const labels = ['注文を受け取る', '결제 확인', '⚠️ page on-call 1️⃣', '👩🏽‍🚒 crew', 'สวัสดี', 'नमस्ते', 'שלום'];

for (const [columns, rows] of [
	[80, 24],
	[120, 40],
] as const)
	test(`the right border of a lane is straight, whatever is written left of it, at ${columns} by ${rows}`, async t => {
		const file = path.join(folder(t), 'wide.fz');
		const nodes = labels.map((label, index) => `n${index + 1}: rectangle label:"${label}"`);
		const edges = labels
			.slice(1)
			.map((_, index) => `n${index + 1}.handle(bottom) -> n${index + 2}.handle(top) [label="はい"]`);
		writeFileSync(file, ['team { # 運用 🚀', ...nodes, ...edges, '}', ''].join('\n'));
		const screen = new Screen([file, '--no-record'], {columns, rows});
		t.teardown(() => screen.stop());
		await screen.shows('step 1');
		for (const label of labels) {
			await screen.shows(label.slice(0, 2));
			const columnsOfBorders = screen.rows.flatMap((_, y) => borders(screen, y, columns));
			t.true(columnsOfBorders.length > 5);
			t.is(new Set(columnsOfBorders).size, 1, screen.text);
			screen.press(' ');
		}
	});

/** Where the right border of the lane stands in row `y`. */
function borders(screen: Screen, y: number, columns: number): number[] {
	const found = Array.from({length: columns}, (_, x) => x).filter(x => screen.look(x, y).text === '║');
	return found.length > 1 ? found.slice(-1) : [];
}

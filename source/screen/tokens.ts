/** TOKENS: where each of several tokens stands. */
import {stands} from '../session/reading.js';
import type {Session} from '../session/session.js';
import type {Row} from './line.js';

/** In at most `rows` rows, the one that moves first; empty where there is but one token. */
export function tokenRows({run}: Session, rows: number): Row[] {
	const {size} = run.tokens;
	if (size < 2 || rows < 3) return [];
	const most = size < rows ? size : rows - 2;
	const digits = String(run.issued).length;
	const list = stands(run, most).map(({number, label, how}): Row => {
		const name = `#${number}`.padEnd(digits + 1);
		return [
			how === 'moves' ? ['token', `►${name}`] : ` ${name}`,
			' ',
			how === 'moves' ? ['strong', label] : label,
			...(how === 'waits' ? ([['dim', ' waits']] as const) : []),
		];
	});
	const more = size - list.length;
	return [
		[['title', 'TOKENS'], ` ${size}`],
		...list,
		...(more > 0 ? [[['dim', `  … ${more} more`]] as Row] : []),
	];
}

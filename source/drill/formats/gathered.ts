/** The rows of a timeline: what is told together. */
import {type Happening, wayOf} from '../timeline.js';

/** Happenings of one moment, the first of them whole. */
interface Row {
	readonly first: Happening;
	texts: string[];
}

/** What was done in one second in one row: steps from the first to the last, steps back to where they led. */
export function gathered(all: readonly Happening[]): Row[] {
	const rows: Row[] = [];
	let backs = 0;
	for (const next of all) {
		const last = rows.at(-1);
		const goes = last !== undefined && goesOn(last.first, next);
		backs = next.type !== 'undo' ? 0 : goes ? backs + 1 : 1;
		if (!goes) rows.push({first: next, texts: wayOf(next)});
		else if (backs > 1) last.texts = [next.text.replace(/^one step/, `${backs} steps`)];
		else if (last.texts.at(-1) !== next.text) last.texts.push(next.text);
	}
	return rows;
}

/** Whether `next` is one more step, or step back, of those that `first` began: the time of the row is its time too. */
function goesOn(first: Happening, next: Happening): boolean {
	if (first.type !== next.type || first.at !== next.at || first.t !== next.t) return false;
	return next.type === 'undo' || (next.type === 'move' && first.token === next.token && first.by === next.by);
}

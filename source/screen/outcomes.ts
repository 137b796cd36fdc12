/** What can still happen, as pieces of rows: outcomes with their numbers, and how far it is to the end. */
import {plural} from '../numbers.js';
import {type Prospects, prospectWords} from '../session/prospects.js';
import {cut} from '../text.js';
import {type Piece, type Row, widthOf} from './line.js';
import {type Look, outcomeLook} from './theme.js';

/** `9 steps, 1 decision or more`; `3 steps` where there is but one way; empty where no end can be reached. */
export function distance(prospects: Prospects): string {
	return distances(prospects)[0];
}

/** The same, and from long to short `≥ 9 steps, 1 decision` and `≥ 9 steps`. */
export function distances({steps, decisions}: Prospects): readonly [string, string, string] {
	const far = steps === undefined ? '' : plural(steps, 'step');
	if (far === '' || !decisions) return [far, far, far];
	const both = `${far}, ${plural(decisions, 'decision')}`;
	return [`${both} or more`, `≥ ${both}`, `≥ ${far}`];
}

/** The outcomes behind a way, in as many rows as they take. */
export function outcomeLines({outcomes}: Prospects, columns: number): Piece[][] {
	const lines: Piece[][] = [];
	for (const piece of outcomes.flatMap(outcome => outcomePieces({outcomes: [outcome]}))) {
		const last = lines.at(-1);
		if (last && widthOf([...last, ' · ', piece]) <= columns) last.push(' · ', piece);
		else lines.push([piece]);
	}
	return lines;
}

/** `success 1 · rollback 3`, each in its colour. */
export function outcomePieces({outcomes}: Pick<Prospects, 'outcomes'>): Piece[] {
	return listedPieces(outcomes.map(one => [outcomeLook(one.outcome), prospectWords(one)]));
}

/** `success · rollback`, each in its colour. */
export function outcomeNames({outcomes}: Pick<Prospects, 'outcomes'>): Piece[] {
	return listedPieces(outcomes.map(({outcome}) => nameOf(outcome)));
}

function nameOf(outcome: string): Piece {
	return [outcomeLook(outcome), outcome];
}

/** Columns of the beginning of a name, at least. */
const leastName = 6;

/** The outcomes of each of `list` in at most `columns`: all with their numbers, else all without, so that they can be compared. */
export function outcomesOf(list: readonly Prospects[], columns: number): Row[] {
	const counted = list.map(outcomePieces);
	const isRoom = counted.every(row => widthOf(row) <= columns);
	return isRoom ? counted : list.map(prospects => outcomesIn(prospects, columns));
}

/**
 * The outcomes in at most `columns`: their names, else as many as fit and how many more, else how
 * many, of one the beginning of its name; maybe nothing. What nobody hopes for is the last to be left out.
 */
export function outcomesIn({outcomes}: Pick<Prospects, 'outcomes'>, columns: number): Row {
	if (outcomes.length === 0) return [];
	const names = outcomes.map(({outcome}) => outcome);
	const spare = expendable(names);
	const some = spare.slice(1).map((_, cut) => {
		const shown = names.filter(one => spare.indexOf(one) > cut);
		return listedPieces([...shown.map(nameOf), `${cut + 1} more`]);
	});
	const forms: readonly Row[] = [
		outcomeNames({outcomes}),
		...some,
		names.length === 1 && columns >= leastName
			? [[outcomeLook(names[0] ?? ''), cut(names[0] ?? '', columns)]]
			: [plural(names.length, 'outcome')],
	];
	return forms.find(form => widthOf(form) <= columns) ?? [];
}

/** Outcomes from what is left out first: what went well, then people's own, then from bad to worse. */
function expendable(names: readonly string[]): string[] {
	const of = (look: Look) => names.filter(name => outcomeLook(name) === look);
	return [...of('good'), ...of('other').reverse(), ...of('undone'), ...of('bad')];
}

function listedPieces(pieces: readonly Piece[]): Piece[] {
	return pieces.flatMap((piece, index): Piece[] => (index > 0 ? [' · ', piece] : [piece]));
}

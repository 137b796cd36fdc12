/** A difference as text, for a reader at 80 columns. */
import {plural} from '../../numbers.js';
import {harmless, pad, widest} from '../../text.js';
import {hang, unbroken} from '../formats/hang.js';
import {type Difference, differs, type Sides, type Tally} from './difference.js';
import {
	fieldText,
	outcomeRows,
	type RouteLine,
	remarks,
	routeKinds,
	routeLines,
	titleOf,
	turn,
} from './lines.js';

const columns = 80;
const signs = {added: '+', removed: '-', changed: '~'};

export function text(difference: Difference): string {
	const {names, changes, routes, runs} = difference;
	const head = `${harmless(names.before)} → ${harmless(names.after)}`;
	const notes = remarks(difference);
	if (!differs(difference)) return `${[`${head}: no difference`, ...notes].join('\n')}\n`;
	const lines = routeLines(difference);
	return `${[
		head,
		...(notes.length > 0 ? ['', ...notes] : []),
		'',
		...tally('Routes', routes),
		...routeKinds.flatMap(kind => {
			const body = lines.filter(line => line.kind === kind).flatMap(written);
			return body.length > 0 ? ['', `  ${kind}:`, ...body] : [];
		}),
		...(runs ? ['', ...tally('Whole runs', runs)] : []),
		'',
		`Structure: ${changes.length === 0 ? 'no difference' : plural(changes.length, 'change')}`,
		...changes.flatMap(change => [
			...hang(`  ${signs[change.change]} ${change.element} `, harmless(titleOf(change)), columns),
			...change.fields.flatMap(field =>
				hang('      ', harmless(fieldText(difference, change, field)), columns),
			),
		]),
	].join('\n')}\n`;
}

function tally(what: string, sides: Sides<Tally>): string[] {
	const rows = outcomeRows(sides);
	const wide = widest(rows.map(({name}) => harmless(name)));
	return [
		`${what}: ${turn({before: sides.before.total, after: sides.after.total})}`,
		...rows.map(row => `  ${pad(harmless(row.name), wide)}  ${turn(row)}`),
	];
}

function written({kind, outcome, decisions, why}: RouteLine): string[] {
	const taken = decisions.map(decision => unbroken(decision, columns)).join(' · ');
	return [
		...hang(`    ${outcome}  `, taken || 'no decisions', columns),
		...hang(kind === 'other steps' ? '      now  ' : '      why  ', why, columns),
	];
}

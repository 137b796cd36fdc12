/** A difference as text, for a reader at 80 columns. */
import {numberOf, plural} from '../../numbers.js';
import {harmless, pad, widest} from '../../text.js';
import {hang, unbroken} from '../formats/hang.js';
import {type Difference, differs, type Sides, type Tally} from './difference.js';
import {
	fieldText,
	outcomeRows,
	type RouteGroup,
	remarks,
	routeGroups,
	titleOf,
	turn,
	uncomparedWords,
} from './lines.js';

const columns = 80;
const signs = {added: '+', removed: '-', changed: '~'};

/** What changed, what comes of it, and at most `limit` of the routes of each kind. */
export function text(difference: Difference, limit: number): string {
	const {names, changes, routes, runs} = difference;
	const head = `${harmless(names.before)} → ${harmless(names.after)}`;
	const notes = remarks(difference);
	if (!differs(difference)) return `${[`${head}: no difference`, ...notes].join('\n')}\n`;
	return `${[
		head,
		...(notes.length > 0 ? ['', ...notes] : []),
		'',
		`Structure: ${changes.length === 0 ? 'no difference' : plural(changes.length, 'change')}`,
		...changes.flatMap(change => [
			...hang(`  ${signs[change.change]} ${change.element} `, harmless(titleOf(change)), columns),
			...change.fields.flatMap(field =>
				hang('      ', harmless(fieldText(difference, change, field)), columns),
			),
		]),
		...(runs ? ['', ...tally('Whole runs', runs)] : []),
		'',
		...tally('Routes', routes, uncomparedWords(routes)),
		...routeGroups(difference, limit).flatMap(written),
	].join('\n')}\n`;
}

function tally(what: string, sides: Sides<Tally>, note = ''): string[] {
	const rows = outcomeRows(sides);
	const wide = widest(rows.map(({name}) => harmless(name)));
	return [
		`${what}: ${turn({before: sides.before.total, after: sides.after.total})}${note}`,
		...rows.map(row => `  ${pad(harmless(row.name), wide)}  ${turn(row)}`),
	];
}

function written({kind, lines, more}: RouteGroup): string[] {
	const label = kind === 'other steps' ? 'now' : 'why';
	return [
		'',
		`  ${kind}:`,
		...lines.flatMap(({outcome, decisions, why}) => {
			const taken = decisions.map(decision => unbroken(decision, columns)).join(' · ');
			return [
				...hang(`    ${outcome}  `, taken || 'no decisions', columns),
				...hang(`      ${label}  `, why, columns),
			];
		}),
		...(more > 0 ? [`    and ${numberOf(more)} more; --limit all lists them`] : []),
	];
}

/** A difference as Markdown: tables for a pull request. */
import {plain} from '../formats/markdown.js';
import {type Difference, differs, type Sides, type Tally} from './difference.js';
import {fieldText, numberOfCount, outcomeRows, remarks, routeLines, titleOf, turn} from './lines.js';

export function markdown(difference: Difference): string {
	const {names, changes, routes, runs} = difference;
	const head = `## ${plain(names.before)} → ${plain(names.after)}`;
	const notes = remarks(difference).flatMap(note => ['', plain(note)]);
	if (!differs(difference)) return `${[head, '', 'No difference.', ...notes].join('\n')}\n`;
	const lines = routeLines(difference).map(
		({kind, outcome, decisions, why}) =>
			`| ${kind} | ${plain(outcome)} | ${plain(decisions.join(' · ')) || 'none'} | ${plain(why)} |`,
	);
	const rows = changes.map(change => {
		const what = change.fields.map(field => plain(fieldText(difference, change, field))).join('; ');
		return `| ${change.change} | ${change.element} ${plain(titleOf(change))} | ${what} |`;
	});
	return `${[
		head,
		...notes,
		...tally('routes', routes),
		...table('| Route | Outcome | Decisions | Why |', lines),
		...(runs ? tally('whole runs', runs) : []),
		...table('| Change | What | From → to |', rows),
	].join('\n')}\n`;
}

function tally(what: string, sides: Sides<Tally>): string[] {
	const rows = outcomeRows(sides).map(
		({name, before, after}) => `| ${plain(name)} | ${numberOfCount(before)} | ${numberOfCount(after)} |`,
	);
	const total = turn({before: sides.before.total, after: sides.after.total});
	return ['', `**${total} ${what}**`, ...table('| Outcome | Before | After |', rows)];
}

function table(header: string, body: readonly string[]): string[] {
	return body.length === 0 ? [] : ['', header, header.replace(/[^|]+/g, '--'), ...body];
}

/** A difference as Markdown: tables for a pull request. */
import {numberOf} from '../../numbers.js';
import {mostCharacters, plain} from '../formats/markdown.js';
import {type Difference, differs, type Sides, type Tally} from './difference.js';
import {
	fieldText,
	numberOfCount,
	outcomeRows,
	type RouteGroup,
	remarks,
	routeGroups,
	titleOf,
	turn,
	uncomparedWords,
} from './lines.js';

/** What changed, what comes of it, and at most `limit` of the routes of each kind. */
export function markdown(difference: Difference, limit: number): string {
	const {names, changes, routes, runs} = difference;
	const head = `## ${plain(names.before)} → ${plain(names.after)}`;
	const notes = remarks(difference).flatMap(note => ['', plain(note)]);
	if (!differs(difference)) return `${[head, '', 'No difference.', ...notes].join('\n')}\n`;
	const rows = changes.map(change => {
		const what = change.fields.map(field => plain(fieldText(difference, change, field))).join('; ');
		return `| ${change.change} | ${change.element} ${plain(titleOf(change))} | ${what} |`;
	});
	const groups = routeGroups(difference, limit);
	const body = [
		...notes,
		...table('| Change | What | From → to |', rows),
		...(runs ? tally('whole runs', runs) : []),
		...tally('routes', routes, uncomparedWords(routes)),
		...table('| Route | Outcome | Decisions | Why |', groups.flatMap(written)),
		...unlisted(groups),
		'',
	].join('\n');
	const long =
		head.length + body.length > mostCharacters
			? [
					'',
					`> This is longer than the ${numberOf(mostCharacters)} characters that a forge takes in a comment.`,
				]
			: [];
	return [head, ...long, body].join('\n');
}

function written({kind, lines}: RouteGroup): string[] {
	return lines.map(
		({outcome, decisions, why}) =>
			`| ${kind} | ${plain(outcome)} | ${plain(decisions.join(' · ')) || 'none'} | ${plain(why)} |`,
	);
}

/** How many routes of each kind the table leaves out, if any. */
function unlisted(groups: readonly RouteGroup[]): string[] {
	const more = groups.filter(group => group.more > 0).map(({kind, more}) => `${numberOf(more)} ${kind}`);
	return more.length > 0 ? ['', `Not listed: ${more.join(', ')}; \`--limit all\` lists them.`] : [];
}

function tally(what: string, sides: Sides<Tally>, note = ''): string[] {
	const rows = outcomeRows(sides).map(
		({name, before, after}) => `| ${plain(name)} | ${numberOfCount(before)} | ${numberOfCount(after)} |`,
	);
	const total = turn({before: sides.before.total, after: sides.after.total});
	return ['', `**${total} ${what}**${note}`, ...table('| Outcome | Before | After |', rows)];
}

function table(header: string, body: readonly string[]): string[] {
	return body.length === 0 ? [] : ['', header, header.replace(/[^|]+/g, '--'), ...body];
}

/** Action items: what is to be done after a drill, by whom and until when. */

/** An action item; owner and day are empty where they were not named. */
export interface ActionItem {
	readonly text: string;
	readonly owner: string;
	/** A day, as it was written: `2026-02-01`, `friday`. */
	readonly due: string;
}

/**
 * An action item as it is typed: `what is to be done @owner !due`. An owner of several words is one of `names`, or stands
 * between quotes. Who is named after the owner stays in the text.
 */
export function itemIn(typed: string, names: readonly string[] = []): ActionItem {
	const known = names
		.toSorted((one, other) => other.length - one.length)
		.map(name => `${escaped(name)}(?!\\S)`);
	const owned = new RegExp(`(?:^|\\s)@(${[...known, '"[^"]+"', '\\S+'].join('|')})`, 'iu');
	const dated = /(?:^|\s)!(\S+)/;
	const [, owner = ''] = owned.exec(typed) ?? [];
	const [, due = ''] = dated.exec(typed) ?? [];
	const text = typed.replace(owned, '').replace(dated, '').trim();
	return {text, owner: owner.replace(/^"(.*)"$/, '$1'), due};
}

/** An action item as it might have been typed: what {@link itemIn} reads as the same. */
export function typed({text, owner, due}: ActionItem): string {
	const marks = [owner && (/\s/.test(owner) ? `@"${owner}"` : `@${owner}`), due && `!${due}`];
	// Who else is named in the text comes behind the owner.
	const isPlain = !/(?:^|\s)[@!]/.test(text);
	return (isPlain ? [text, ...marks] : [...marks, text]).filter(Boolean).join(' ');
}

function escaped(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Why `item` cannot be written down as it is; undefined where it can. */
export function mistakeIn({text, due}: ActionItem): string | undefined {
	if (text === '') return 'what is to be done? write it before @owner and !due';
	return isImpossible(due) ? `there is no day ${due}` : undefined;
}

/** Whether `due` looks like a day of the calendar, year first, and is none. */
function isImpossible(due: string): boolean {
	if (!/^\d{4}-\d/.test(due)) return false;
	const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(due)?.map(Number) ?? [];
	if (year === undefined || month === undefined || day === undefined) return true;
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day;
}

/** `mend the alert (Ben, by 2026-02-01)`. */
export function itemWords({text, owner, due}: ActionItem): string {
	const who = [owner, due && `by ${due}`].filter(Boolean).join(', ');
	return who === '' ? text : `${text} (${who})`;
}

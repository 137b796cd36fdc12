/** How often a loop may be gone round, where its condition says so in English; docs/language.md tells what counts. */

/** Longer conditions are read by their beginning. */
const longest = 500;

const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const number = String.raw`(?<![\w.])(\d{1,6})`;
const turns = '(?:retries|tries|attempts|turns|rounds|iterations|loops|cycles|runs|repeats|repetitions)';
const turn = `(?:${turns}|retry|try|attempt|turn|round|iteration|loop|cycle|run|repeat|repetition)`;
const more = '(?:(?:more|further|other|failed) )?';
const verb = '(?:(?:re)?(?:try|tried|run|do)|repeat(?:ed)?|loop|poll|again)';
const limit = String.raw`(?:up to|at most|not? more than|max(?:imum|\.)?(?: of)?|limit(?:ed)?(?: to| of|:)?|<=?|≤)`;
const limitBehind = String.raw`(?:at (?:the )?most|max(?:imum|\.)?|tops|or (?:fewer|less))`;
const notAtLeast = '(?<!(?:at least|(?<!not? )more than|over|min(?:imum)?|[>≥]=?) ?)';
/** What may follow a number of times that is no measure, as `3 times the load` and `twice a day` are. */
const onward = `(?=$| (?:until|till|unless|while|if|when|before|then|with|without|on|for|in (?:total|all)|overall|${limitBehind})(?: |$))`;

/** Of a part of a condition, each with the number that bounds it. */
const bounds = [
	`${notAtLeast}${number} ?${more}${turn}\\b(?! (?:a|an|per|each|every|pass|succeed)\\b)`,
	`${notAtLeast}(?<!^(?:until|till|while|when|if|unless|once)\\b.*(?<!${verb}) )${number} ?${more}(?:x|×|times?)${onward}`,
	`\\b${turns} ?(?:limit ?)?(?:${limit}|=|:) ?${number}$`,
	`\\bmax(?:imum)? ${turns} ${number}$`,
	`^(?:${verb} )*${limit} ?${number}$`,
	`^(?:${verb} )+${number}$`,
	`^${number} ${limitBehind}$`,
].map(pattern => new RegExp(pattern));

/** The most turns that `condition` allows; undefined where it names none, or another measure such as `500 ms`. */
export function boundOf(condition: string): number | undefined {
	const text = inDigits(condition.slice(0, longest).toLowerCase());
	const alone = /^\d{1,6}$/.exec(text);
	if (alone) return Number(text);
	for (const part of text.split(/ ?[,;()]+ ?| [-–—]+ | (?:and|or(?! fewer| less)|but) /))
		for (const bound of bounds) {
			const found = bound.exec(part);
			if (found) return Number(found[1]);
		}
	return undefined;
}

/** `text` with single blanks and digits for numbers: `3 times` for `three  times`, `2 times` for `twice`. */
function inDigits(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(new RegExp(`\\b(?:${words.join('|')})\\b`, 'g'), word => String(words.indexOf(word) + 1))
		.replace(/\bonce(?: more)?$/, '1 time')
		.replace(/\btwice\b/g, '2 times')
		.replace(/\bthrice\b/g, '3 times');
}

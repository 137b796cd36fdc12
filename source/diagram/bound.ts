/** How often a loop may be gone round, where its condition says so; docs/language.md tells what counts. */
import {once} from '../once.js';
import {type BoundWords, boundWords} from './bound-words.js';

/** Longer conditions are read by their beginning. */
const longest = 500;

const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const number = String.raw`(?<![\w.])(\d{1,6})`;
const turns = '(?:retries|tries|attempts|turns|rounds|iterations|loops|cycles|runs|repeats|repetitions)';
const turn = `(?:${turns}|retry|try|attempt|turn|round|iteration|loop|cycle|run|repeat|repetition)`;
/** What is a turn only where a limit stands before it: `up to 3 waves`. */
const passes = '(?:sweeps?|waves?|pass(?:es)?|laps?|reruns?|restarts?|reboots?)';
/** Words between a limit and its turns, as in `up to 2 restore attempts`; not where they make another thing of the number. */
const kind = String.raw`(?:(?!(?:per|an?|each|every|of|in|at|for|with|by|from|on|to|and|or|concurrent|parallel|simultaneous|percent|m?s|secs?|seconds?|mins?|minutes?|hours?|days?|weeks?|months?)\b)[a-z][a-z-]* ){0,2}`;
const more = '(?:(?:more|further|other|failed) )?';
const verb = '(?:(?:re)?(?:try|tried|run|do)|repeat(?:ed)?|loop|poll|again)';
const limit = String.raw`(?:up to|at most|not? more than|max(?:imum|\.)?(?: of)?|limit(?:ed)?(?: to| of|:)?|<=?|≤)`;
const limitBehind = String.raw`(?:at (?:the )?most|max(?:imum|\.)?|tops|or (?:fewer|less))`;
const notAtLeast = '(?<!(?:at least|(?<!not? )more than|over|min(?:imum)?|[>≥]=?) ?)';
/** What may follow a number of times that is no measure, as `3 times the load` and `twice a day` are. */
const onward = `(?=$| (?:until|till|unless|while|if|when|before|then|with|without|on|for|in (?:total|all)|overall|${limitBehind})(?: |$))`;

/** What makes no number of turns of them. */
const notRate = String.raw`(?! (?:a|an|per|each|every|pass|succeed)\b)`;

/** Of a part of a condition, each with the number that bounds it. */
const patterns = [
	`${notAtLeast}${number} ?${more}${turn}\\b${notRate}`,
	`${notAtLeast}(?<!\\w)${limit} ?${number} ${kind}(?:${turn}|${passes})\\b${notRate}`,
	`${notAtLeast}(?<!^(?:until|till|while|when|if|unless|once)\\b.*(?<!${verb}) )${number} ?${more}(?:x|×|times?)${onward}`,
	`\\b${turns} ?(?:limit ?)?(?:${limit}|=|:) ?${number}$`,
	`\\bmax(?:imum)? ${turns} ${number}$`,
	`^(?:${verb} )*${limit} ?${number}$`,
	`^(?:${verb} )+${number}$`,
	`^${number} ${limitBehind}$`,
];

/** Those, and the same for each other language, with what makes a rate of it. */
const readers = once(() => ({
	bounds: patterns.map(pattern => new RegExp(pattern)),
	others: boundWords.map(language => ({bounds: boundsOf(language), rate: new RegExp(language.rate)})),
}));

function boundsOf({spaced, limit, behind, turns: counted}: BoundWords): RegExp[] {
	const patterns = spaced
		? [
				`(?<!\\p{L})(?:${limit}) ${number}[ -]?(?:\\p{L}+ )?(?:${counted})(?!\\p{L})`,
				`${number}[ -]?(?:${counted}) (?:${behind})(?!\\p{L})`,
				`^${number}[ -]?(?:${counted})$`,
			]
		: [
				`(?:${limit})[^\\d]{0,4}${number} ?(?:${counted})`,
				`${number} ?(?:${counted})(?:${behind})`,
				`^${number} ?(?:${counted})$`,
			];
	return patterns.map(pattern => new RegExp(pattern, 'u'));
}

/** The most turns that `condition` allows; undefined where it names none, or another measure such as `500 ms`. */
export function boundOf(condition: string): number | undefined {
	const text = inDigits(condition.slice(0, longest).toLowerCase());
	const alone = /^\d{1,6}$/.exec(text);
	if (alone) return Number(text);
	if (!/\d/.test(text)) return undefined;
	const {bounds, others} = readers();
	// What cannot be seen parts a condition too, so that it hides no bound.
	for (const part of text.split(/ ?[,;()\p{Cc}\p{Cf}]+ ?| [-–—]+ | (?:and|or(?! fewer| less)|but) /u)) {
		const bound = firstIn(part, bounds);
		if (bound !== undefined) return bound;
	}
	for (const {bounds, rate} of others) {
		const bound = rate.test(text) ? undefined : firstIn(text, bounds);
		if (bound !== undefined) return bound;
	}
	return undefined;
}

function firstIn(text: string, patterns: readonly RegExp[]): number | undefined {
	for (const pattern of patterns) {
		const found = pattern.exec(text);
		if (found) return Number(found[1]);
	}
	return undefined;
}

const measures =
	'[%‰°€$£]|ms|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|[smhdkx]|[kmgt]i?b|bytes?|percent|per cent|times? the|' +
	'prozent|sekunden?|minuten?|stunden?|tage?n?|wochen?|secondes?|heures?|jours?|segundos?|minutos?|horas?|d[ií]as?|secondi|minuti|ore|giorni|' +
	'秒|分|時|时|小时|日|天|週|周|月|ヶ月|個月';
/** A number that is no measure, and nothing that is compared with. */
const stray = once(
	() =>
		new RegExp(
			`(?<![\\p{L}\\d.,:_-]|[<>≤≥=] ?|(?:at least|(?<!not? )more than|over) )(\\d{1,6})(?![\\d.,:]*\\d)(?! ?(?:${measures})(?![a-z]))(?![a-z_])`,
			'iu',
		),
);

/** The number that `condition` names and that is no bound, nor plainly another measure; undefined where there is none. */
export function numberBeside(condition: string): number | undefined {
	if (boundOf(condition) !== undefined) return undefined;
	const found = stray().exec(condition.slice(0, longest).normalize('NFKC'));
	return found ? Number(found[1]) : undefined;
}

const han = '一二三四五六七八九十';
const hanNumber = once(() => new RegExp(`(?<![${han}百])[${han}两兩](?=[回周巡次遍轮輪])`, 'gu'));

/** `text` with single blanks and digits for numbers: `3 times` for `three  times`, `2 times` for `twice`. */
function inDigits(text: string): string {
	return text
		.normalize('NFKC')
		.replace(hanNumber(), sign => String(han.indexOf(sign) + 1 || 2))
		.replace(/\s+/g, ' ')
		.trim()
		.replace(new RegExp(`\\b(?:${words.join('|')})\\b`, 'g'), word => String(words.indexOf(word) + 1))
		.replace(/\bonce(?: more)?$/, '1 time')
		.replace(/\btwice\b/g, '2 times')
		.replace(/\bthrice\b/g, '3 times');
}

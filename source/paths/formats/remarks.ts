/** What a reader has to know of a listing beside its count. */
import type {Diagram} from '../../diagram/diagram.js';
import {plural} from '../../numbers.js';
import {harmless} from '../../text.js';
import {networkOf} from '../network.js';
import {splitsIn} from '../splits.js';
import {outcomeClasses} from '../words/tables.js';
import type {Heading} from './format.js';

/** Splits that a sentence names. */
const mostNamed = 3;

/** Options that the subject of the listing tells of. */
const inSubject = new Set(['cover', 'shortest', 'route']);

/** The sentence that says so where a file has errors. */
export function unreadWords(errors: number, file = 'file'): string[] {
	if (errors === 0) return [];
	return [`The ${file} has ${plural(errors, 'error')}: this is of what could be read of it.`];
}

/** The sentence on nodes from which all ways are taken at once, where there are any: a route is a part of a run then. */
export function splitWords(diagram: Diagram): string[] {
	const splits = splitsIn(diagram);
	if (splits.length === 0) return [];
	const named = splits.slice(0, mostNamed).map(({id, label}) => harmless(`${id} “${label}”`));
	const more = splits.length - named.length;
	const all = named.join(', ') + (more > 0 ? ` and ${plural(more, 'more node')}` : '');
	return [
		`All ways on from ${all} are taken at once; a route follows one of them, --scenarios lists whole runs.`,
	];
}

/** Sentences, harmless: what is listed, what was asked for, what was left out, what is a guess. */
export function remarks(heading: Heading): string[] {
	const {diagram, errors, subject, options, countOnly} = heading;
	const asked = Object.entries(options)
		.filter(([name]) => !inSubject.has(name))
		.flatMap(([name, value]) => [value].flat().map(one => `--${name} ${one}`));
	const bounded = hasLoops(diagram) && !('loops' in options) && !('cover' in options);
	return [
		...unreadWords(errors),
		...(subject === 'routes' ? [] : [`Listed: ${harmless(subject)}.`]),
		...(asked.length > 0 ? [`Asked: ${harmless(asked.join(' '))}`] : []),
		...splitWords(diagram),
		...(bounded ? ['Loops are gone round once at most; --loops N for more.'] : []),
		...(isGuessed(heading)
			? [
					`Outcomes are guessed from ${countOnly ? 'words of labels' : 'the words behind “why”'}; --outcome NAME=IDS corrects them.`,
				]
			: []),
	];
}

/** Whether an outcome rests on words: it is neither told by the person nor read off where a route ends. */
function isGuessed({counts, options}: Heading): boolean {
	const told = [options.outcome ?? []].flat().map(text => String(text).split('=')[0]?.trim());
	const classes: readonly string[] = outcomeClasses;
	return counts.outcomes.some(({outcome}) => classes.includes(outcome) && !told.includes(outcome));
}

function hasLoops(diagram: Diagram): boolean {
	const {cyclic, trap} = networkOf(diagram);
	return cyclic.some((holds, index) => holds && !trap[index]);
}

/** What a reader has to know of a listing beside its count. */
import type {Diagram} from '../../diagram/diagram.js';
import {harmless} from '../../text.js';
import {networkOf} from '../network.js';
import type {Heading} from './format.js';

/** Options that the subject of the listing tells of. */
const inSubject = new Set(['cover', 'shortest', 'route']);

/** Sentences, harmless: what is listed, what was asked for, what was left out, what is a guess. */
export function remarks({diagram, subject, options, counts}: Heading): string[] {
	const asked = Object.entries(options)
		.filter(([name]) => !inSubject.has(name))
		.flatMap(([name, value]) => [value].flat().map(one => `--${name} ${one}`));
	const bounded = hasLoops(diagram) && !('loops' in options) && !('cover' in options);
	return [
		...(subject === 'routes' ? [] : [`Listed: ${harmless(subject)}.`]),
		...(asked.length > 0 ? [`Asked: ${harmless(asked.join(' '))}`] : []),
		...(bounded ? ['Loops are gone round once at most; --loops N for more.'] : []),
		...(counts.outcomes.length > 0
			? ['Outcomes are guessed from the words behind “why”; --outcome NAME=NODES corrects them.']
			: []),
	];
}

function hasLoops(diagram: Diagram): boolean {
	const {cyclic, trap} = networkOf(diagram);
	return cyclic.some((holds, index) => holds && !trap[index]);
}

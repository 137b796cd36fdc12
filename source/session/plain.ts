/** A run in words, line by line: the same session without a screen. */
import {explanation} from '../run/explain.js';
import {harmless, pad} from '../text.js';
import type {Intent} from './action.js';
import {type Ahead, ahead, type Way} from './ahead.js';
import {here, type Session} from './session.js';
import {stepCount} from './trail.js';

/** What a line typed by the person asks for; undefined where it is not understood. */
export function intentOfLine(line: string): Intent | undefined {
	const word = line.trim();
	if (/^[1-9]\d{0,3}$/.test(word)) return {type: 'choose', number: Number(word)};
	return words.get(word.toLowerCase());
}

const words = new Map<string, Intent>([
	['', {type: 'advance'}],
	['.', {type: 'run on'}],
	['u', {type: 'back'}],
	['f', {type: 'forward'}],
	['r', {type: 'restart'}],
	['resume', {type: 'resume'}],
	['p', {type: 'pause'}],
	['q', {type: 'quit', code: 0}],
]);

/** The place of the token and what may be done, in lines. */
export function plainBlock(session: Session): string[] {
	const now = ahead(session);
	const at = here(session);
	const node = at === undefined ? undefined : session.diagram.node(at);
	const place = node
		? `${harmless(session.diagram.lane(node.lane).name)}: ${harmless(node.label)}`
		: 'not begun';
	const step = `Step ${stepCount(session.run)}.`;
	switch (now.type) {
		case 'next':
			return [`${step} ${place}`, ...now.ways.map(way => `  -> ${named(way)}`)];
		case 'choose':
			return [
				`${step} Decision in ${place}`,
				...[explanation(session.run) ?? []].flat(),
				...wayLines(now.ways),
			];
		case 'end':
			return [`${step} ${place}`, `End. Outcome: ${now.outcome.toUpperCase()}`, `  why: ${now.why}`];
	}
}

/** The question that ends a block. */
export function plainPrompt(session: Session): string {
	const now = ahead(session);
	return `${asked(now)}, u undo, r restart, q quit: `;
}

function asked(now: Ahead): string {
	if (now.type === 'choose') return `Choose 1-${now.ways.length}`;
	return now.type === 'next' ? 'Enter step, . run on' : 'The run has ended';
}

function wayLines(ways: readonly Way[]): string[] {
	const wide = Math.max(...ways.map(way => way.label.length));
	return ways.map(way => {
		const label = way.label ? `${pad(way.label, wide)} -> ` : '';
		return `  ${way.number} ${label}${way.target}${prospects(way)}`.trimEnd();
	});
}

function prospects({prospects: {outcomes, steps, decisions}}: Way): string {
	if (outcomes.length === 0) return '';
	const far =
		steps === undefined ? [] : [`${steps}+ steps`, ...(decisions ? [`${decisions}+ decisions`] : [])];
	return ` (${[far.join(', '), outcomes.map(({outcome, count}) => `${outcome} ${count}`).join(', ')].filter(Boolean).join('; ')})`;
}

function named(way: Way): string {
	return way.label ? `${way.label} -> ${way.target}` : way.target;
}

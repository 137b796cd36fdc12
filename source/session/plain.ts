/** A session in words, line by line: what the screen shows, without a screen. */

import {numbersTo, plural} from '../numbers.js';
import {stepCount} from '../run/walked.js';
import {harmless, pad, widest} from '../text.js';
import type {PageName} from './action.js';
import {type Ahead, ahead, type Way} from './ahead.js';
import {commandLines} from './lines.js';
import {isPageName, pageOf} from './pages.js';
import {fieldOf, questionOf} from './panels.js';
import {promptOf, questionText} from './prompts.js';
import {prospectWords} from './prospects.js';
import {explained, standWords, waitingWords} from './reading.js';
import {here, type Session} from './session.js';
import {unsafeWords} from './status.js';
import {trail} from './trail.js';

/** What there is to read before the next line is typed: a page that was asked for, else the place of the token. */
export function plainBlock(session: Session): string[] {
	const {panel, run} = session;
	if (isPageName(panel?.name)) {
		const page = panel.name === 'help' ? helpLines(session) : pageLines(session, panel.name);
		// Behind a page the question was heard long ago.
		return run.state === 'choosing' ? [...page, ...placeBlock(session)] : page;
	}
	return panel ? alarms(session) : [...alarms(session), ...placeBlock(session)];
}

/** The place of the token, and the ways on. */
export function placeBlock(session: Session): string[] {
	const waiting = waitingWords(session);
	return [...placeLines(session), ...(waiting ? [`  ${waiting}`] : [])];
}

/** That the record is not safe, for as long as that lasts. */
export function alarms(session: Session): string[] {
	return [unsafeWords(session)].filter(Boolean);
}

/** The question that ends a block. */
export function plainPrompt(session: Session): string {
	const {panel, run, drill} = session;
	const question = questionOf(session);
	if (question) return `${sentence(questionText(session, question))} (y/n) `;
	const field = fieldOf(session);
	if (field === 'expect')
		return `expected outcome (${session.outlook.reached().map(harmless).join(', ')}; an empty line: none): `;
	if (field)
		return `${promptOf(session)}${panel?.branch === undefined ? '' : '(an empty line takes it back) '}`;
	const why = drill.demandsWhy && run.question?.type === 'decide' ? ', w why' : '';
	const moves = `${asked(ahead(session))}${why}, u undo`;
	const paused = 'Paused: pause lets the clock go on';
	return `${drill.pausedAt === undefined ? moves : paused}, a note, q quit, ? more: `;
}

function placeLines(session: Session): string[] {
	const now = ahead(session);
	const at = here(session);
	const node = at === undefined ? undefined : session.diagram.node(at);
	const place = node
		? `${harmless(session.diagram.lane(node.lane).name)}: ${harmless(node.label)}`
		: 'not begun';
	switch (now.type) {
		case 'next':
			return [
				`${stand(session)} ${place}${now.together ? ', then all at once' : ''}`,
				...tokenLines(session),
				...now.ways.map(way => `  -> ${named(way)}`),
			];
		case 'choose':
			return [
				`${stand(session)} ${questioned(session, place, now.question)}${now.who && ` (${now.who} decides)`}`,
				...tokenLines(session),
				...explained(session),
				...wayLines(now.ways),
			];
		case 'end':
			return [`${stand(session)} ${place}`, ...explained(session), ...endLines(now)];
	}
}

/** `Step 11.` of the step that led to where the token stands, `Now #1.` where the last step was that of another one. */
function stand({run}: Session): string {
	const [last] = trail(run, 1);
	if (run.active !== undefined && last?.now === false) return `Now #${run.active}.`;
	const isOf = last?.token && (run.active !== undefined || run.state === 'ended');
	return `Step ${stepCount(run)}.${isOf ? ` #${last.token}` : ''}`;
}

/** What is asked at `place`: a decision, else whatever keeps the run from going on by itself. */
function questioned({run, diagram}: Session, place: string, question: string): string {
	const type = run.question?.type;
	if (type === 'decide' || type === 'loop') return `Decision in ${place}`;
	const node = run.question?.node;
	if (type === 'start') return 'Not begun';
	return node === undefined
		? sentence(question)
		: `${harmless(diagram.lane(diagram.node(node).lane).name)}: ${question}`;
}

function tokenLines({run}: Session): string[] {
	const told = standWords(run);
	return told === '' ? [] : [`  tokens: ${told}`];
}

function endLines({outcome, why, expected, decisions, sum}: Extract<Ahead, {type: 'end'}>): string[] {
	return [
		`End. Outcome: ${outcome.toUpperCase()}${expected && ` (${expected})`}`,
		...(why ? [`  why: ${why}`] : []),
		...decisions.map(({question, choice}) => `  ${question} -> ${choice}`),
		`  ${sum} walked`,
	];
}

function helpLines(session: Session): string[] {
	const rows = commandLines(session);
	const wide = widest(rows.map(([written]) => written));
	return rows.map(([written, says]) => `  ${pad(harmless(written), wide)}  ${says}`);
}

function pageLines(session: Session, name: PageName): string[] {
	return pageOf(session, name).map(({key = '', text}) => `  ${key}${text}`.trimEnd());
}

function asked(now: Ahead): string {
	if (now.type === 'choose') {
		const picked = now.ways.find(way => way.picked);
		const enter = picked ? `, Enter takes ${picked.number} ${picked.label || picked.target}` : '';
		return `Choose ${numbersTo(now.ways.length, '-')}${enter}`;
	}
	return now.type === 'next' ? 'Enter step, . run on' : 'The run has ended: restart';
}

function wayLines(ways: readonly Way[]): string[] {
	const wide = widest(ways.map(({label}) => label));
	return ways.map(way => {
		const label = way.label && way.target ? `${pad(way.label, wide)} -> ` : way.label;
		return `${way.picked ? '> ' : '  '}${way.number} ${label}${way.target}${prospects(way)}`.trimEnd();
	});
}

function prospects({prospects: {outcomes, steps, decisions}}: Way): string {
	if (outcomes.length === 0) return '';
	const far = steps === undefined ? '' : plural(steps, 'step');
	const least = decisions ? `${steps}+ steps, ${decisions}+ decisions` : far;
	return ` (${[least, outcomes.map(prospectWords).join(', ')].filter(Boolean).join('; ')})`;
}

function named(way: Way): string {
	return way.label ? `${way.label} -> ${way.target}` : way.target;
}

function sentence(text: string): string {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

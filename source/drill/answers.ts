/** Decisions given beforehand, as `n7=Blue,n11=Yes`, and a run walked by them. */
import {unmarked} from '../bidi.js';
import {isCalled} from '../canvas/typed.js';
import type {Diagram, Edge} from '../diagram/diagram.js';
import {isSplit} from '../paths/splits.js';
import {choicesCalled} from '../run/called.js';
import {choices} from '../run/choices.js';
import {onward} from '../run/onward.js';
import {byRule} from '../run/random.js';
import type {Choice, Run} from '../run/run.js';
import {choose} from '../run/step.js';
import {unreadAt} from '../run/unread.js';
import {harmless} from '../text.js';

/** What to choose at a node; several for one node are taken in turn. */
export interface Answer {
	readonly node: string;
	readonly choice: string;
}

/** Stands for a node where the question is where to begin. */
export const atStart = 'start';

/** One answer of a list: up to the next one, so that a choice may hold commas; in quotes it may hold what looks like one. */
const answer = /([^,=]+)=(\s*"[^"]*"\s*|.*?)(?=,[^,=]+=|$),?/gs;

/** The answers in `text`; undefined where it is not of the form `n7=Blue,n11=Yes`. */
export function answersIn(text: string): Answer[] | undefined {
	const whole = unmarked(text);
	const found = [...whole.matchAll(answer)];
	const answers = found.map(([, node = '', choice = '']) => ({node: node.trim(), choice: choice.trim()}));
	const isWhole = found.map(([part]) => part).join('') === whole && whole !== '';
	return isWhole && answers.every(({node, choice}) => node !== '' && choice !== '') ? answers : undefined;
}

/** Whether a command line holds a label as it is shown: without `=`, and signs that some terminals have not. */
function isPlain(label: string): boolean {
	return /^(?=\S)(?:[\p{L}\p{M}\p{N}]|(?!=)[\x20-\x7e])+(?<=\S)$/u.test(label);
}

/** What an answer calls the way over `edge`: its label, where that can be typed as it is shown and names one way, else its id. */
export function answerFor(diagram: Diagram, {id, from, label}: Edge): string {
	const others = diagram.out(from).filter(other => other.id !== id);
	const isOne = others.every(
		other => label !== other.id && label !== (other.label || diagram.node(other.to).label),
	);
	return isOne && isPlain(label) && harmless(label) === label ? label : id;
}

/** A run walked by answers, as far as they led; `problem` says in words what kept it from its end. */
interface Answered {
	readonly run: Run;
	readonly problem?: string;
}

/**
 * Walks `run` to its end, deciding by `answers`, where those say nothing by `otherwise`. A decision that neither
 * answers, an answer that is no choice there, and one that nobody asked for are problems.
 */
export function walkBy(
	run: Run,
	answers: readonly Answer[],
	otherwise: (run: Run) => string | undefined,
): Answered {
	const left = [...answers];
	let now = onward(run);
	while (now.state === 'choosing') {
		const node = now.question?.node ?? atStart;
		const at = left.findIndex(answer => answer.node === node);
		const [answer] = at < 0 ? [] : left.splice(at, 1);
		const meant = answer ? choicesCalled(now, answer.choice, isCalled) : [];
		const [one] = meant.length === 1 ? meant : [];
		const id = answer ? one?.id : (byRule(now) ?? otherwise(now));
		if (id === undefined) return {run: now, problem: missing(now, answer, meant)};
		now = onward(choose(now, id));
	}
	const broken = unreadAt(now);
	if (broken !== undefined)
		return {run: now, problem: `a way out of ${called(now.diagram, broken)} could not be read`};
	const [unasked] = left;
	if (!unasked) return {run: now};
	const {node, choice} = unasked;
	const why = run.diagram.has(node) && isSplit(run.diagram, node) ? ': all its ways are taken at once' : '';
	return {run: now, problem: `${harmless(node)}=${harmless(choice)} was never asked for${why}`};
}

/** `n11 “Tests passed?”`, harmless; the id alone of what is no node. */
function called(diagram: Diagram, node: string): string {
	return harmless(diagram.has(node) ? `${node} “${diagram.node(node).label}”` : node);
}

function missing(run: Run, answer: Answer | undefined, meant: readonly Choice[]): string {
	const node = run.question?.node ?? atStart;
	const all = choices(run);
	const there = all.map(one => {
		// What leads nowhere by itself is not called by a label of the file.
		if (one.node === undefined) return `${node}=${one.id}`;
		const isOne = all.filter(other => isCalled(other.label, one.label)).length === 1;
		// A list is divided by commas.
		const label = one.label.includes(',') ? `"${one.label}"` : one.label;
		if (isOne && !meant.includes(one) && all.every(({id}) => id !== one.label)) return `${node}=${label}`;
		return `${node}=${one.id} (${one.label}, to ${one.node} “${run.diagram.node(one.node).label}”)`;
	});
	const often = run.question?.type === 'visits' ? ', come to as often as --max-visits allows,' : '';
	const what = answer
		? `has ${meant.length > 1 ? 'several choices' : 'no choice'} ${answer.choice}`
		: 'is not decided';
	const unread = unreadAt(run) !== undefined ? '; a way out of it could not be read' : '';
	return `${called(run.diagram, node)}${often} ${harmless(`${what}${unread}; there are: ${there.join(', ')}`)}`;
}

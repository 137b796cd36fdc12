/** What lies before the token: the ways on with what can still happen behind each, or how it ended. */
import type {Diagram} from '../diagram/diagram.js';
import {clock} from '../drill/clock.js';
import {theLast} from '../numbers.js';
import {leave} from '../paths/network.js';
import {exceeded} from '../run/beyond.js';
import {choices} from '../run/choices.js';
import type {Choice, Step} from '../run/run.js';
import {walked} from '../run/walked.js';
import {waysOn} from '../run/ways.js';
import {harmless} from '../text.js';
import {decider} from './drill.js';
import {nameOf} from './names.js';
import {behind, nothing, type Prospects, prospectsOf, type Result, verdictOf} from './prospects.js';
import {here, isKnown, isOver, type Session} from './session.js';

/** A way on. */
export interface Way {
	/** Counts from 1, as the keys do. */
	readonly number: number;
	/** The branch's own words; empty where the edge has none. */
	readonly label: string;
	/** The node it leads to, in words; empty where it leads to none. */
	readonly target: string;
	readonly picked: boolean;
	readonly prospects: Prospects;
}

/** What lies before the token: steps on, a decision, or nothing since the run has ended. */
export type Ahead =
	| {
			readonly type: 'next';
			/** Whether all ways are taken, a token each. */
			readonly together: boolean;
			readonly ways: readonly Way[];
	  }
	| {
			readonly type: 'choose';
			readonly question: string;
			/** Who decides; empty where that was not told. */
			readonly who: string;
			readonly ways: readonly Way[];
	  }
	| (Result & {
			readonly type: 'end';
			/** The decisions on the way, in order. */
			readonly decisions: readonly Decision[];
			/** `after 00:04:12, 9/20 nodes, 8/22 edges`: of the drill, and of the diagram. */
			readonly sum: string;
	  });

/** A branch that was taken, or a loop left: the question and the answer, in words. */
interface Decision {
	readonly question: string;
	readonly choice: string;
}

/** What lies before the token of `session`, harmless and in words. */
export function ahead(session: Session): Ahead {
	const {run} = session;
	switch (run.state) {
		case 'ended':
			return ended(session);
		case 'choosing':
			return {type: 'choose', question: question(session), who: whoDecides(session), ways: ways(session)};
		case 'moving':
			return {type: 'next', together: splitsHere(session), ways: next(session)};
	}
}

function whoDecides(session: Session): string {
	const {question} = session.run;
	return question?.type === 'decide' ? harmless(decider(session, question.node ?? '') ?? '') : '';
}

function ended(session: Session): Ahead {
	const {run, diagram, drill, cut} = session;
	const {nodes, edges} = walked(run);
	const cutOff =
		cut && !isOver(session) && `the file was changed, and ${theLast(cut.lost, 'step')} cannot be done in it`;
	return {
		type: 'end',
		...verdictOf(session),
		...(cutOff && {why: cutOff}),
		decisions: Array.from(run.steps).flatMap(step => decided(diagram, step)),
		sum: `after ${clock(drill.movedAt)}, ${nodes.size}/${diagram.nodes.length} nodes, ${edges.size}/${diagram.edges.length} edges`,
	};
}

/** What was decided by a step, if anything was. */
function decided(diagram: Diagram, {type, node, edge, why}: Step): Decision[] {
	const decision = (from: string, choice: string) => [
		{question: harmless(diagram.node(from).label), choice: harmless(choice)},
	];
	if (why === 'left') return decision(node, leave);
	if (type !== 'decide' || edge === undefined) return [];
	const {from, to, label} = diagram.edge(edge);
	return decision(from, label || diagram.node(to).label);
}

/** How often the loop was gone round of those times that its condition allows: `(2/3)`. */
function turnsOf(choice: Choice): string {
	const {loop} = choice;
	if (!loop) return '';
	if (loop.bound === undefined) return `(${loop.turns}×)`;
	const isLast = loop.turns === loop.bound;
	const limit = exceeded(choice) === undefined ? '' : isLast ? ', the limit' : ', over the limit';
	return `(${loop.turns}/${loop.bound}${limit})`;
}

function ways(session: Session): readonly Way[] {
	const all = choices(session.run);
	const prospects = behind(session, all);
	const known = isKnown(session);
	return all.map((choice, index) => {
		const written = choice.edge === undefined ? choice.label : session.diagram.edge(choice.edge).label;
		const {node} = choice;
		const isSaid = node !== undefined && written === session.diagram.node(node).label;
		const label = isSaid ? '' : harmless(written);
		const isTold = node !== undefined && (label === '' || known({id: node}));
		return {
			number: index + 1,
			label: [label, turnsOf(choice)].filter(Boolean).join(' '),
			target: isTold ? nameOf(session, node) : '',
			picked: session.picked === index,
			prospects: prospects[index] ?? nothing,
		};
	});
}

function next(session: Session): readonly Way[] {
	const at = here(session);
	const edges = at === undefined ? [] : session.diagram.out(at);
	const prospects = prospectsOf(session);
	const known = isKnown(session);
	return edges.map(({label, to}, index) => {
		const isTold = known({id: to});
		return {
			number: index + 1,
			label: isTold ? harmless(label) : '',
			target: isTold ? nameOf(session, to) : 'the next step',
			picked: false,
			prospects,
		};
	});
}

function splitsHere(session: Session): boolean {
	const at = here(session);
	return at !== undefined && waysOn(session.run, at)[0]?.type === 'all';
}

function question(session: Session): string {
	const {run} = session;
	const node = run.question?.node;
	const label = node === undefined ? '' : nameOf(session, node);
	switch (run.question?.type) {
		case 'start':
			return 'where does it start?';
		case 'stuck':
			return 'all tokens wait: which goes on?';
		case 'again':
			return `${label}: run it again?`;
		case 'visits':
			return `${label}: visited often, go on?`;
		case 'split':
			return `${label}: one way or all?`;
		default:
			return label;
	}
}

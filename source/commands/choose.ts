/** What `--choose` says, and the way that it goes through a diagram. */
import type {Light} from '../canvas/canvas.js';
import type {Diagram} from '../diagram/diagram.js';
import {type Answer, answersIn, atStart, walkBy} from '../drill/answers.js';
import {begin} from '../run/begin.js';
import {walked} from '../run/walked.js';
import {type Arguments, UsageError} from './command.js';
import {mustBeNode} from './question.js';

/** The answers, in order; throws a UsageError where they cannot be read or are for no node of `diagram`. */
export function answersFrom(given: Arguments, diagram: Diagram): Answer[] {
	return given.values('choose').flatMap(text => {
		const answers = answersIn(text);
		if (!answers) throw new UsageError(`--choose takes NODE=LABEL, as in n7=Blue,n11=Yes; not ${text}`);
		for (const {node} of answers) if (node !== atStart) mustBeNode(diagram, 'choose', node);
		return answers;
	});
}

/** What the answers walk through, in that order; throws a UsageError where they lead nowhere. */
export function chosenLight(given: Arguments, diagram: Diagram): Light {
	const {run, problem} = walkBy(begin(diagram), answersFrom(given, diagram), () => undefined);
	if (problem !== undefined) throw new UsageError(problem);
	const nodes = new Set(Array.from(run.steps, ({node}) => node));
	return {nodes, edges: walked(run).edges, tokens: new Set()};
}

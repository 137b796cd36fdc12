/** Text → graph: the stages one after the other. */
import {type Problem, problem} from '../problem.js';
import {foreignText} from '../syntax/foreign.js';
import {hiddenCharacters} from '../syntax/hidden.js';
import {parse} from '../syntax/parse.js';
import {build} from './build.js';
import {Diagram} from './diagram.js';
import {longestText, mostProblems} from './limits.js';

/** The diagram that `text` describes, as far as it can be built, and all problems in file order. Never throws. */
export function read(text: string): {diagram: Diagram; problems: readonly Problem[]} {
	const whole = tooLong(text) ?? foreignText(text);
	if (whole) return {diagram: new Diagram({lanes: [], nodes: [], edges: [], loops: []}), problems: [whole]};
	const {tree, problems} = parse(text);
	const {diagram, problems: more} = build(tree);
	return {diagram, problems: inOrder([...problems, ...more, ...hiddenCharacters(text)])};
}

function tooLong({length}: string): Problem | undefined {
	if (length <= longestText) return undefined;
	const message = `a file of ${length} characters; ${longestText} are the most that is read`;
	return problem('too-long', {start: 0, end: 0}, message);
}

function inOrder(problems: Problem[]): readonly Problem[] {
	problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	const next = problems[mostProblems];
	if (!next) return problems;
	const message = `${problems.length} problems; those from here on are not told`;
	return [...problems.slice(0, mostProblems), problem('too-many', next.span, message)];
}

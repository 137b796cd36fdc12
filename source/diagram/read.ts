/** Text → graph: the two stages one after the other. */
import type {Problem} from '../problem.js';
import {parse} from '../syntax/parse.js';
import {build} from './build.js';
import type {Diagram} from './diagram.js';

/** The diagram that `text` describes, as far as it can be built, and all problems in file order. Never throws. */
export function read(text: string): {diagram: Diagram; problems: readonly Problem[]} {
	const {tree, problems} = parse(text);
	const {diagram, problems: more} = build(tree);
	return {diagram, problems: [...problems, ...more].sort((a, b) => a.span.start - b.span.start)};
}

/** Tree → graph: names resolved, lanes filled, loops closed. Goes on after every mistake, never throws. */
import type {Problem} from '../problem.js';
import type {Tree} from '../syntax/tree.js';
import {arrange} from './arrange.js';
import {connect} from './connect.js';
import {declare} from './declare.js';
import {Diagram} from './diagram.js';
import {limit} from './limits.js';
import {closeLoops} from './loops.js';
import {repeat} from './members.js';
import {References} from './references.js';

/** The graph that `tree` describes, as far as it can be built, and what keeps the rest from it. */
export function build(tree: Tree): {diagram: Diagram; problems: readonly Problem[]} {
	const {lanes, broken, leaves, unsure, problems, ...placed} = arrange(tree);
	const limited = limit(placed);
	const {nodes, problems: onNodes} = declare(limited.nodes);
	const references = new References(nodes, lanes, broken);
	const {edges, lost, problems: onEdges} = connect(limited.edges, references, unsure);
	const incomplete = new Set([...lost, ...leaves].filter(id => nodes.has(id)));
	const repeated = limited.loops.map(({statement}) => repeat(statement, references));
	const loops = repeated.map(({loop}) => loop);
	const onLoops = repeated.flatMap(one => one.problems);
	const declared = {lanes, nodes: [...nodes.values()], edges, loops, incomplete};
	// What a misspelt node was meant for is not known, so that nothing can be implied.
	const whole = repeated.flatMap(({loop, isWhole}) => (isWhole ? [loop] : []));
	return {
		diagram: new Diagram({...declared, edges: [...edges, ...closeLoops({...declared, loops: whole})]}),
		problems: [
			...problems,
			...limited.problems,
			...onNodes,
			...onEdges,
			...onLoops,
			...references.problems(),
		],
	};
}

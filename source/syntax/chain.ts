/** `n1 -> n2 -> n3`: an edge for each arrow is meant; and for each of its heads. */
import {type Problem, problem} from '../problem.js';
import {isUnsure} from './bare-side.js';
import {edge, end} from './build.js';
import {inFull, isTwoWay} from './remarks-on-edges.js';
import {readStatement} from './statement.js';
import {isArrow, type Token} from './tokens.js';
import type {EdgeStatement, Statement} from './tree.js';

/** Edges of a chain that are shown. */
const most = 3;

/** `n1 <-> n2`: an edge for each direction is meant. Where names are to tell what its ends are, one is enough. */
export function bothWays(statement: Statement): readonly Statement[] {
	if (statement.kind !== 'edge' || !statement.to || !isTwoWay(statement) || isUnsure(statement))
		return [statement];
	return [statement, {...statement, from: statement.to, to: statement.from}];
}

/** The edges of a chain; none where `tokens` are something else. A node in its middle is left on the usual side. */
export function chain(tokens: readonly Token[]): readonly EdgeStatement[] {
	const arrows = tokens.flatMap((token, at) => (isArrow(token) ? [at] : []));
	if (arrows.length < 2) return [];
	const links = arrows.flatMap((_, index) => {
		const start = index === 0 ? 0 : (arrows[index - 1] ?? 0) + 1;
		const link = tokens.slice(start, arrows[index + 1]);
		const label = link.findIndex(({text}) => text === '[');
		const arrow = link.findIndex(isArrow);
		const own = label >= 0 && label < arrow ? [...link.slice(0, label), ...link.slice(arrow)] : link;
		const [statement] = readStatement(own).statements;
		if (statement?.kind !== 'edge' || !statement.to) return [];
		const from = index === 0 ? statement.from : end(statement.from.reference, null);
		return [edge(from, statement.arrow, statement.to, statement.note)];
	});
	return links.length === arrows.length ? links : [];
}

/** The one problem of a chain. */
export function chainRemark(edges: readonly EdgeStatement[]): Problem {
	const lines = edges.slice(0, most).map(one => `\`${inFull(one)}\``);
	const rest = edges.length > most ? ', …' : '';
	const at = edges[1]?.arrow ?? {start: 0, end: 0};
	return problem('unexpected', at, 'an edge has one arrow', {
		hint: `write an edge for each, on a line of its own: ${lines.join(', ')}${rest}`,
	});
}

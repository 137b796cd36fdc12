import test from 'ava';
import fc from 'fast-check';
import type {Diagram} from '../../source/diagram/diagram.js';
import {together} from '../../source/paths/network.js';
import {leadsBack, leadsTo} from '../../source/run/survey.js';
import {isLoopEnd} from '../helpers/brute-force.js';
import {randomDiagram} from '../helpers/random-diagram.js';

/** The nodes on the ways from `node`, none of which goes on past `barred`. */
function reached(diagram: Diagram, node: string, barred: string): Set<string> {
	const seen = new Set([node]);
	for (const at of seen) if (at !== barred) for (const {to} of diagram.out(at)) seen.add(to);
	return seen;
}

test('a node leads back where no way from it leaves the cycle before the entry', t => {
	fc.assert(
		fc.property(randomDiagram(), diagram => {
			for (const {id: entry} of diagram.nodes)
				for (const {id} of diagram.nodes.filter(node => together(diagram, node.id, entry))) {
					const nodes = [...reached(diagram, id, entry)];
					t.is(
						leadsBack(diagram, id, entry),
						nodes.every(
							node => together(diagram, node, entry) && (node === entry || !isLoopEnd(diagram, node)),
						),
						`${id} to ${entry}`,
					);
				}
		}),
	);
});

test('a token can come to take an edge where a way leads there past other nodes than that behind it', t => {
	fc.assert(
		fc.property(randomDiagram(), diagram => {
			for (const edge of diagram.edges)
				for (const {id} of diagram.nodes) {
					const can = id !== edge.to && edge.from !== edge.to && reached(diagram, id, edge.to).has(edge.from);
					t.is(leadsTo(diagram, id, edge), can, `${id} to ${edge.id}`);
				}
		}),
	);
});

/** Tree → graph: names resolved, lanes filled, loops closed. Goes on after every mistake, never throws. */
import {type Problem, problem} from '../problem.js';
import type {
	EdgeStatement,
	End,
	LoopStatement,
	NodeStatement,
	Open,
	Reference,
	Statement,
	Tree,
} from '../syntax/tree.js';
import {Diagram, type Edge, type Lane, type Node, type Shape, type Side} from './diagram.js';
import {closeLoops} from './loops.js';

const shapes: ReadonlyMap<string, Shape> = new Map(
	(['circle', 'rectangle', 'diamond', 'taskbox'] as const).map(shape => [shape, shape]),
);
const sides: ReadonlyMap<string, Side> = new Map(
	(['left', 'right', 'top', 'bottom'] as const).map(side => [side, side]),
);

/** The lane of nodes that are written outside every lane; no lane in a file can have this id. */
const outside = '-';

/** The graph that `tree` describes, as far as it can be built, and what keeps the rest from it. */
export function build(tree: Tree): {diagram: Diagram; problems: readonly Problem[]} {
	const builder = new Builder();
	for (const statement of tree.statements) builder.take(statement);
	return builder.finish();
}

class Builder {
	readonly #problems: Problem[] = [];
	readonly #lanes = new Map<string, Lane>();
	readonly #nodes = new Map<string, Node>();
	readonly #edges: EdgeStatement[] = [];
	readonly #loops: LoopStatement[] = [];
	readonly #broken = new Set<string>();
	#open: Open | undefined;
	#outside = 0;

	take(statement: Statement): void {
		if (statement.kind === 'open') this.#openLane(statement);
		else if (statement.kind === 'close') this.#closeLane(statement);
		else if (statement.kind === 'node') this.#addNode(statement);
		else if (statement.kind === 'edge') this.#edges.push(statement);
		else if (statement.kind === 'loop') this.#loops.push(statement);
		else if (statement.kind === 'broken') for (const word of statement.words) this.#broken.add(word);
		else if (statement.kind === 'name') this.#nameLane(statement.text.slice(1).trim());
	}

	finish(): {diagram: Diagram; problems: readonly Problem[]} {
		if (this.#open) this.#unclosed(this.#open);
		const nodes = [...this.#nodes.values()];
		const edges = this.#edges.flatMap(edge => this.#resolve(edge) ?? []);
		const loops = this.#loops.map(loop => ({
			condition: loop.condition?.text ?? '',
			nodes: loop.members.flatMap(member => this.#find(member)?.id ?? []),
			span: {start: loop.start, end: loop.end},
		}));
		const lanes = [...this.#lanes.values()];
		const numbered = distinct(edges).map((edge, index) => ({...edge, id: `e${index + 1}`}));
		const declared = {lanes, nodes, edges: numbered, loops};
		const diagram = new Diagram({...declared, edges: [...numbered, ...closeLoops(declared)]});
		return {diagram, problems: this.#problems};
	}

	#openLane(open: Open): void {
		if (this.#open) this.#unclosed(this.#open);
		this.#open = open;
		const id = open.lane?.text ?? '';
		const name = open.name?.text || id;
		if (!this.#lanes.has(id)) this.#lanes.set(id, {id, name, span: spanOf(open)});
	}

	#nameLane(name: string): void {
		const id = this.#open?.lane?.text ?? '';
		const lane = this.#lanes.get(id);
		if (this.#open && lane && lane.name === id && name) this.#lanes.set(id, {...lane, name});
	}

	#unclosed(open: Open): void {
		this.#problems.push(
			problem('unclosed-lane', spanOf(open), `lane \`${open.lane?.text ?? ''}\` is not closed`, {
				hint: 'end it with `}` on a line of its own',
			}),
		);
	}

	#closeLane(statement: Statement): void {
		if (!this.#open) this.#problems.push(problem('stray-brace', spanOf(statement), 'no lane is open here'));
		this.#open = undefined;
	}

	#addNode(statement: NodeStatement): void {
		const id = statement.id.text;
		const first = this.#nodes.get(id);
		if (first) {
			this.#problems.push(
				problem('duplicate-node', statement.id, `node \`${id}\` is declared twice`, {
					related: {span: first.span, message: 'first declared here'},
				}),
			);
			return;
		}
		const attributes = new Map(
			statement.attributes.flatMap(({key, value}) => (key && value ? [[key.text, value.text] as const] : [])),
		);
		this.#nodes.set(id, {
			id,
			shape: shapes.get(statement.shape?.text.toLowerCase() ?? '') ?? 'rectangle',
			lane: this.#laneOf(statement),
			label: attributes.get('label') || attributes.get('description') || id,
			attributes,
			span: spanOf(statement),
		});
	}

	#laneOf(statement: NodeStatement): string {
		if (this.#open) return this.#open.lane?.text ?? '';
		if (this.#outside === 0) {
			this.#lanes.set(outside, {id: outside, name: '(no lane)', span: spanOf(statement)});
			this.#problems.push(
				problem(
					'node-outside-lane',
					spanOf(statement),
					`node \`${statement.id.text}\` is outside every lane`,
					{
						hint: 'put it between `Name {` and `}`',
					},
				),
			);
		}
		this.#outside += 1;
		return outside;
	}

	#resolve(statement: EdgeStatement): Omit<Edge, 'id'> | undefined {
		const from = this.#find(statement.from.reference);
		const to = statement.to && this.#find(statement.to.reference);
		if (!from || !to || !statement.to) return undefined;
		return {
			from: from.id,
			to: to.id,
			fromSide: sideOf(statement.from) ?? 'right',
			toSide: sideOf(statement.to) ?? 'left',
			label: statement.note?.attributes.find(({key}) => !key || key.text === 'label')?.value?.text ?? '',
			synthetic: false,
			span: spanOf(statement),
		};
	}

	#find({node}: Reference): Node | undefined {
		const found = this.#nodes.get(node.text);
		if (!found && !this.#broken.has(node.text))
			this.#problems.push(problem('unknown-node', node, `there is no node \`${node.text}\``));
		return found;
	}
}

function distinct(edges: readonly Omit<Edge, 'id'>[]): readonly Omit<Edge, 'id'>[] {
	const seen = new Map<string, Omit<Edge, 'id'>>();
	for (const edge of edges) {
		const key = JSON.stringify([edge.from, edge.to, edge.fromSide, edge.toSide, edge.label]);
		if (!seen.has(key)) seen.set(key, edge);
	}
	return [...seen.values()];
}

function sideOf(end: End): Side | undefined {
	return sides.get(end.port?.side?.text.toLowerCase() ?? '');
}

function spanOf({start, end}: Statement) {
	return {start, end};
}

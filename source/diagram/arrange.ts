/** Which lane each statement stands in, and what is wrong with how lanes open and close. */

import type {Problem} from '../problem.js';
import {open} from '../syntax/build.js';
import type {
	Broken,
	Close,
	EdgeStatement,
	LoopStatement,
	NodeStatement,
	Open,
	Statement,
	Stray,
	Tree,
} from '../syntax/tree.js';
import {closedOf} from './braces.js';
import type {Lane} from './diagram.js';
import {LaneList, outsideLane} from './lane-list.js';
import {
	nameOnNextLine,
	nestedLanes,
	outside,
	sameNames,
	strayBrace,
	strayName,
	unclosedLane,
} from './remarks-on-lanes.js';

/** A statement and the id of the lane in whose brackets it stands; undefined outside every lane. */
export interface Placed<S> {
	readonly statement: S;
	readonly lane: string | undefined;
}

/** The statements of a tree by what they declare. */
export interface Arrangement {
	readonly lanes: readonly Lane[];
	readonly nodes: readonly Placed<NodeStatement>[];
	readonly edges: readonly Placed<EdgeStatement>[];
	readonly loops: readonly Placed<LoopStatement>[];
	/** Nodes declared in statements that could not be read: no use in saying that they are not declared. */
	readonly broken: ReadonlySet<string>;
	/** Names with which statements begin that could not be read. */
	readonly leaves: ReadonlySet<string>;
	/** Lanes whose header may be wrong: no use in comparing their ids with what edges call them. */
	readonly unsure: ReadonlySet<string>;
	readonly problems: readonly Problem[];
}

/** Sorts the statements of `tree`. A lane opened twice is one lane. */
export function arrange(tree: Tree): Arrangement {
	const arranger = new Arranger(closedOf(tree));
	for (const statement of tree.statements) arranger.take(statement);
	return arranger.finish();
}

/** A lane that is open. */
interface Frame {
	readonly statement: Open;
	readonly id: string;
	last: Statement;
	/** The lane in whose brackets it stands. */
	readonly outer: Frame | undefined;
	/** Lanes that were opened in its brackets. */
	readonly inner: Open[];
	/** Braces in it whose statements could not be read: how many there were, and are open. */
	readonly blocks: {met: number; open: number};
}

class Arranger {
	readonly #closed: ReadonlySet<Statement>;
	readonly #lanes = new LaneList();
	readonly #nodes: Placed<NodeStatement>[] = [];
	readonly #edges: Placed<EdgeStatement>[] = [];
	readonly #loops: Placed<LoopStatement>[] = [];
	readonly #broken = new Set<string>();
	readonly #strayNames: Stray[] = [];
	readonly #leaves = new Set<string>();
	readonly #problems: Problem[] = [];
	/** Statements outside every lane that follow each other make one problem. */
	#run: Statement[] = [];
	#open: Frame | undefined;

	constructor(closed: ReadonlySet<Statement>) {
		this.#closed = closed;
	}

	take(statement: Statement): void {
		this.#sort(statement);
		if (this.#open) this.#open.last = statement;
	}

	finish(): Arrangement {
		this.#reportUnclosed();
		this.#reportRun();
		return {
			lanes: this.#lanes.all,
			nodes: this.#nodes.map(placed => ({...placed, lane: placed.lane ?? outsideLane})),
			edges: this.#edges,
			loops: this.#loops,
			broken: this.#broken,
			leaves: this.#leaves,
			unsure: this.#lanes.unsure,
			problems: [
				...this.#problems,
				...this.#strayNames.map(line => strayName(line, this.#lanes.has(outsideLane))),
				...sameNames(this.#lanes.all),
			],
		};
	}

	#sort(statement: Statement): void {
		switch (statement.kind) {
			case 'open':
				this.#openLane(statement);
				break;
			case 'close':
				this.#closeLane(statement);
				break;
			case 'node':
				this.#nodes.push({statement, lane: this.#laneOf(statement)});
				break;
			case 'edge':
				this.#edges.push({statement, lane: this.#laneOf(statement)});
				break;
			case 'loop':
				this.#loops.push({statement, lane: this.#laneOf(statement)});
				break;
			case 'name':
				this.#name(statement);
				break;
			case 'broken':
				this.#addBroken(statement);
				break;
			case 'comment':
			case 'fence':
				break;
			default:
				statement satisfies never;
		}
	}

	#laneOf(statement: Statement): string | undefined {
		return this.#open ? this.#open.id : this.#outside(statement);
	}

	/** A brace in what could not be read opens a lane all the same, or a block in the lane that is open. */
	#addBroken(statement: Broken): void {
		const {declares, opens, leaves, start, end} = statement;
		for (const name of leaves) this.#leaves.add(name);
		if (declares !== undefined) this.#broken.add(declares);
		if (!opens) return;
		if (this.#open) {
			this.#open.blocks.met += 1;
			this.#open.blocks.open += 1;
		} else this.#openLane({...open({text: outsideLane, start, end}, null, null), start, end});
	}

	#openLane(statement: Open): void {
		const outer = this.#open && this.#closed.has(this.#open.statement) ? this.#open : undefined;
		if (!outer) this.#reportUnclosed(statement);
		this.#reportRun();
		const {id, problems} = this.#lanes.open(statement);
		this.#problems.push(...problems);
		this.#open = {statement, id, last: statement, outer, inner: [], blocks: {met: 0, open: 0}};
		if (outer) this.#nest(outer, this.#open);
	}

	/** Which lane its nodes are meant to be in is not sure. */
	#nest(outer: Frame, {statement, id}: Frame): void {
		outer.inner.push(statement);
		this.#lanes.doubt(outer.id);
		this.#lanes.doubt(id);
	}

	#closeLane(statement: Close): void {
		const closing = this.#open;
		if (closing && closing.blocks.open > 0) {
			closing.blocks.open -= 1;
			return;
		}
		if (!closing) this.#problems.push(strayBrace(statement));
		else if (closing.inner.length > 0 && closing.id !== outsideLane)
			this.#problems.push(nestedLanes(closing.statement, closing.id, closing.inner));
		this.#open = closing?.outer;
	}

	#reportUnclosed(next?: Open): void {
		const unclosed = this.#open;
		this.#open = undefined;
		if (!unclosed || unclosed.blocks.met > 0) return;
		this.#problems.push(unclosedLane(unclosed.statement, unclosed.id, unclosed.last, next));
	}

	/** `# Name` on a line of its own names the lane that was opened just before. */
	#name(statement: Stray): void {
		const name = statement.text.slice(1).trim();
		const lane = this.#lanes.get(this.#open?.id ?? '');
		const header = this.#open?.statement;
		if (lane && header && header === this.#open?.last && !header.name && name) {
			this.#lanes.name(lane, name);
			this.#problems.push(nameOnNextLine(header, lane, statement, name));
		} else this.#strayNames.push(statement);
	}

	#outside(statement: Statement): undefined {
		this.#run.push(statement);
		if (statement.kind === 'node') this.#lanes.addOutside(statement);
	}

	#reportRun(): void {
		const first = this.#run.find(({kind}) => kind === 'node') ?? this.#run[0];
		if (!first) return;
		this.#problems.push(outside(first, this.#run.length - 1));
		this.#run = [];
	}
}

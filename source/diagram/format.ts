/**
 * The canonical form of a text: a statement a line, in each lane nodes before edges before loops, no blanks but
 * the documented ones, lanes named where an edge leaves its own. Nodes, edges and comments keep their order, so
 * that the diagram stays the same; strings and comments keep their characters.
 */
import {type Problem, problem} from '../problem.js';
import {parse} from '../syntax/parse.js';
import {tokens} from '../syntax/tokens.js';
import type {EdgeStatement, LoopStatement, NodeStatement, Open, Statement, Stray} from '../syntax/tree.js';
import type {Diagram} from './diagram.js';
import {read} from './read.js';
import {Speller} from './spell.js';

/** A statement with the comments before it. */
interface Item {
	readonly kind: 'node' | 'edge' | 'loop';
	readonly comments: string[];
	readonly line: string;
	readonly end: number;
}

/** A lane's brackets and what stands in them. */
interface Block {
	readonly lane: string;
	name: string;
	readonly items: Item[];
	last: string[];
}

/** The canonical form of `text`; its errors where there are any, since what they hide would be lost. */
export function format(text: string): {text: string} | {errors: readonly Problem[]} {
	const {diagram, problems} = read(text);
	const errors = problems.filter(({severity}) => severity === 'error');
	if (errors.length > 0) return {errors};
	const writer = new Writer(text, diagram);
	for (const statement of parse(text).tree.statements) writer.take(statement);
	const lines = writer.lines();
	if (lines.length === 0)
		return {errors: [problem('empty-file', {start: 0, end: 0}, 'nothing is in this file')]};
	const newline = /\r\n|\r|\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
	return {
		text: lines.map(line => line + newline).join(''),
	};
}

class Writer {
	readonly #text: string;
	readonly #diagram: Diagram;
	readonly #speller: Speller;
	/** Blocks, and comments between them. */
	readonly #chunks: (Block | string)[] = [];
	#open: Block | undefined;
	readonly #opened = new Set<string>();
	/** Loops that were written. */
	#loops = 0;
	/** Comments that wait for the statement after them. */
	#waiting: string[] = [];
	/** Whether the statement before opened a lane: then a name may follow. */
	#named = true;

	constructor(text: string, diagram: Diagram) {
		this.#text = text;
		this.#diagram = diagram;
		this.#speller = new Speller(text, diagram);
	}

	take(statement: Statement): void {
		this.#write(statement);
		if (statement.kind !== 'open') this.#named = true;
	}

	lines(): string[] {
		return [
			...this.#chunks.flatMap(chunk => (typeof chunk === 'string' ? [chunk] : blockLines(chunk))),
			...this.#waiting,
		];
	}

	#write(statement: Statement): void {
		switch (statement.kind) {
			case 'open':
				this.#openLane(statement);
				break;
			case 'close':
				this.#closeLane();
				break;
			case 'name':
				this.#name(statement);
				break;
			case 'comment':
				this.#comment(statement);
				break;
			case 'node':
				this.#add(statement, this.#open, this.#speller.node(statement));
				break;
			case 'edge':
				this.#addEdge(statement);
				break;
			case 'loop':
				this.#addLoop(statement);
				break;
			// A fence is no part of the program; a text with a broken statement is not formatted.
			case 'fence':
			case 'broken':
				break;
			default:
				statement satisfies never;
		}
	}

	#openLane({lane, name}: Open): void {
		for (const comment of this.#waiting.splice(0)) this.#chunks.push(comment);
		this.#open = this.#push(lane?.text ?? '', name?.text);
		this.#named = this.#open.name !== '';
	}

	#closeLane(): void {
		if (this.#open) this.#open.last = this.#waiting.splice(0);
		this.#open = undefined;
	}

	#name({text}: Stray): void {
		if (this.#open && !this.#named) this.#open.name = text.slice(1).trim();
		else this.#waiting.push(`//${text.slice(1)}`.trimEnd());
	}

	/** A comment after a statement on its line goes before it. */
	#comment({text, start}: Stray): void {
		const before = this.#open?.items.at(-1);
		const trailing = before && !/[\r\n]/.test(this.#text.slice(before.end, start));
		(trailing ? before.comments : this.#waiting).push(text.trimEnd());
	}

	#addEdge(statement: EdgeStatement): void {
		const block = this.#open ?? this.#blockFor(statement.from.reference.node.text);
		this.#add(statement, block, this.#speller.edge(statement, block?.lane));
	}

	#addLoop(statement: LoopStatement): void {
		const nodes = this.#diagram.loops[this.#loops++]?.nodes ?? [];
		const [first] = nodes;
		const block = this.#open ?? (first === undefined ? undefined : this.#blockFor(first));
		this.#add(statement, block, this.#speller.loop(statement, nodes));
	}

	#add(
		{kind, end}: NodeStatement | EdgeStatement | LoopStatement,
		block: Block | undefined,
		line: string,
	): void {
		const item = {kind, comments: this.#waiting.splice(0), line, end};
		if (block) block.items.push(item);
		else for (const each of [...item.comments, line]) this.#chunks.push(each);
	}

	/**
	 * The block for what is written outside every lane: the one before, or its lane is opened again. Where it is not its
	 * turn yet, those before it are opened first, since lanes are drawn in the order in which they are opened.
	 */
	#blockFor(node: string): Block {
		const lane = this.#speller.laneOf(node) ?? '';
		const last = this.#chunks.at(-1);
		if (last !== undefined && typeof last !== 'string' && last.lane === lane && last.last.length === 0)
			return last;
		const lanes = this.#diagram.lanes.map(({id}) => id);
		const due = lanes.slice(0, lanes.indexOf(lane)).filter(id => !this.#opened.has(id));
		for (const id of due) this.#push(id);
		return this.#push(lane);
	}

	#push(lane: string, name = ''): Block {
		const block = {lane, name, items: [], last: []};
		this.#chunks.push(block);
		this.#opened.add(lane);
		return block;
	}
}

function blockLines({lane, name, items, last}: Block): string[] {
	const kinds = ['node', 'edge', 'loop'] as const;
	const sorted = kinds.flatMap(kind => items.filter(item => item.kind === kind));
	return [...header(lane, name), ...sorted.flatMap(({comments, line}) => [...comments, line]), ...last, '}'];
}

/** A name that holds what could be a statement would end before it if it stood behind the brace. */
function header(lane: string, name: string): string[] {
	if (!name) return [`${lane} {`];
	const whole = Array.from(tokens(`{ # ${name}`)).length === 3;
	return whole ? [`${lane} { # ${name}`] : [`${lane} {`, `# ${name}`];
}

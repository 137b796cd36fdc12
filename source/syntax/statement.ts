/** Drives nearley: the tokens of one statement become its part of the tree. */
import nearley from 'nearley';
import grammar from './grammar.js';
import type {Token} from './tokens.js';
import type {Statement} from './tree.js';

/** Hands nearley tokens that are already there. */
class Queue {
	#waiting: readonly Token[] = [];
	#next = 0;
	/** How many of the tokens nearley took. */
	get taken(): number {
		return this.#next;
	}
	fill(tokens: readonly Token[]): void {
		this.#waiting = tokens;
		this.#next = 0;
	}
	/** nearley looks at `type` and `text` alone, whatever its types say. */
	next(): (Token & {value: string}) | undefined {
		const token = this.#waiting[this.#next];
		if (!token) return undefined;
		this.#next += 1;
		return token as Token & {value: string};
	}
	reset(): void {}
	save(): Record<string, never> {
		return {};
	}
	formatError(): string {
		return '';
	}
}

const queue = new Queue();
const parser = new nearley.Parser(nearley.Grammar.fromCompiled(grammar), {lexer: queue});
/** Its report lists the whole parse table and costs far more than the parse; explain.ts says it better. */
Object.assign(parser, {reportError: () => ''});
const beginning = parser.save();

/** What came of reading tokens as one statement. */
export interface Reading {
	/** Every way to read them: one, or none where the grammar has no place for them. */
	readonly statements: readonly Statement[];
	/** The first token that does not fit; as many as there are where the statement ends too early. */
	readonly stop: number;
}

/** Reads `tokens` as one statement. */
export function readStatement(tokens: readonly Token[]): Reading {
	parser.restore(beginning);
	queue.fill(tokens);
	try {
		return {statements: parser.feed('').results, stop: tokens.length};
	} catch (error) {
		if (error instanceof Error && 'offset' in error) return {statements: [], stop: queue.taken - 1};
		throw error;
	}
}

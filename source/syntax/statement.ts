/** Drives nearley: the tokens of one statement become its part of the tree. */
import nearley from 'nearley';
import grammar from './grammar.js';
import type {Token} from './tokens.js';
import type {Statement} from './tree.js';

/** Hands nearley tokens that are already there. */
class Queue {
	waiting: readonly Token[] = [];
	#next = 0;
	reset(): void {
		this.#next = 0;
	}
	next(): (Token & {value: string}) | undefined {
		const token = this.waiting[this.#next];
		this.#next += 1;
		return token && {...token, value: token.text};
	}
	save(): Record<string, never> {
		return {};
	}
	formatError(): string {
		return '';
	}
}

const queue = new Queue();
const parser = new nearley.Parser(nearley.Grammar.fromCompiled(grammar), {lexer: queue});
/** Its report lists the whole parse table and costs far more than the parse; remarks say it better. */
Object.assign(parser, {reportError: () => ''});
const beginning = parser.save();

/** Every reading of `tokens` as one statement; none where the grammar has no place for them. */
export function readings(tokens: readonly Token[]): readonly Statement[] {
	parser.restore(beginning);
	queue.waiting = tokens;
	try {
		return parser.feed('').results;
	} catch (error) {
		if (error instanceof Error && 'offset' in error) return [];
		throw error;
	}
}

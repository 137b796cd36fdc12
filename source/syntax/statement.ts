/** Drives nearley: the tokens of one statement become its part of the tree. */
import nearley from 'nearley';
import grammar from './grammar.js';
import {queue, Slot} from './queue.js';
import type {Token} from './tokens.js';
import type {Statement} from './tree.js';

/** What a rule makes of its parts, made once the tokens are known. */
class Part {
	constructor(
		private readonly make: (parts: unknown[]) => unknown,
		private readonly parts: readonly unknown[],
	) {}

	with(tokens: readonly Token[]): unknown {
		return this.make(
			this.parts.map(part =>
				part instanceof Part ? part.with(tokens) : part instanceof Slot ? tokens[part.index] : part,
			),
		);
	}
}

const rules = grammar.ParserRules.map(({postprocess = (parts: unknown[]) => parts, ...rule}) => ({
	...rule,
	postprocess: (parts: unknown[]) => new Part(postprocess, parts),
}));
const parser = new nearley.Parser(nearley.Grammar.fromCompiled({...grammar, ParserRules: rules}));
/** Its report lists the whole parse table and costs far more than the parse; explain.ts says it better. */
Object.assign(parser, {reportError: () => ''});
const beginning = parser.save();

/** How tokens of some types are read, whatever they say. */
interface Form {
	readonly readings: readonly Part[];
	readonly stop: number;
}

/** Nearly all statements of all programs have one of a dozen forms, so that each is parsed once. */
const forms = new Map<string, Form>();
const mostForms = 1000;
/** Longer statements are too odd to be met again. */
const longestForm = 50;

/** What came of reading tokens as one statement. */
interface Reading {
	/** Every way to read them: one, or none where the grammar has no place for them. */
	readonly statements: readonly Statement[];
	/** The first token that does not fit; as many as there are where the statement ends too early. */
	readonly stop: number;
}

/** Reads `tokens` as one statement. */
export function readStatement(tokens: readonly Token[]): Reading {
	const {readings, stop} = formOf(tokens);
	return {statements: readings.map(reading => reading.with(tokens) as Statement), stop};
}

function formOf(tokens: readonly Token[]): Form {
	if (tokens.length > longestForm) return parse(tokens);
	const key = tokens.map(({type, text}) => (type === 'sign' ? text : type)).join(' ');
	let form = forms.get(key);
	if (!form) {
		if (forms.size >= mostForms) forms.clear();
		form = parse(tokens);
		forms.set(key, form);
	}
	return form;
}

function parse(tokens: readonly Token[]): Form {
	parser.restore(beginning);
	queue.fill(tokens);
	try {
		return {readings: parser.feed('').results, stop: tokens.length};
	} catch (error) {
		if (error instanceof Error && 'offset' in error) return {readings: [], stop: queue.taken - 1};
		throw error;
	}
}

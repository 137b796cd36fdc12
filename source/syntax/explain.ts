/** What to say of a statement that the grammar has no place for. */
import {nearest} from '../nearest.js';
import {type Problem, problem} from '../problem.js';
import {brief} from '../text.js';
import {isArrow, type Token} from './tokens.js';

/** The one problem of a statement in which the token numbered `stop` does not fit, or that ends too early. */
export function explain(tokens: readonly Token[], stop: number): Problem {
	const [first, last] = [tokens.at(0), tokens.at(-1)];
	const span = {start: first?.start ?? 0, end: last?.end ?? 0};
	const open = unclosedString(tokens);
	if (open) return open;
	if (first && isNodeAlone(tokens))
		return problem('missing-shape', first, `node \`${first.text}\` has no shape`, {
			hint: `write \`${first.text}: rectangle label:"…"\``,
		});
	const long = idOfWords(tokens);
	if (long) return long;
	if (first && isMisspeltLoop(tokens))
		return problem('unexpected', first, `a line does not begin with \`${brief(first.text)}\``, {
			hint: 'did you mean `loop`?',
		});
	if (isProse(tokens))
		return problem('not-flowzap', span, 'this is not FlowZap Code', {
			hint: 'leave it out, or begin the line with `//` to make it a comment',
		});
	const hint = formOf(tokens);
	const odd = tokens[stop];
	if (!odd || !last) return problem('unexpected', span, 'this statement ends too early', {hint});
	return problem('unexpected', odd, `\`${brief(odd.text)}\` does not fit here`, {hint});
}

/**
 * The string of a statement that lacks its last quote. Where a later quote closed it by mistake, as in
 * `owner:"Ana label:"Deploy"`, it ends in what looks like the next key.
 */
export function unclosedString(tokens: readonly Token[]): Problem | undefined {
	const open = tokens.find(({type}) => type === 'unclosed');
	if (!open) return undefined;
	const early = tokens.find(({type, text}) => type === 'string' && /[\w]+[ \t]*[:=]"$/.test(text));
	const culprit = early && early.start < open.start ? early : open;
	const escaped = culprit === open && open.text.endsWith('\\"');
	const hint = escaped ? 'a backslash makes the last `"` part of the text; write `\\\\"`' : 'end it with `"`';
	return problem('unclosed-string', culprit, 'this string is not closed', {hint});
}

/** `n2` on a line of its own. */
export function isNodeAlone([id, next]: readonly Token[]): boolean {
	return !next && /^n\d+$/.test(id?.text ?? '');
}

/** `ack page: rectangle` */
function idOfWords(tokens: readonly Token[]): Problem | undefined {
	const colon = tokens.findIndex(({text}) => text === ':');
	const words = tokens.slice(0, Math.max(0, colon));
	const [first, last, shape] = [words.at(0), words.at(-1), tokens[colon + 1]];
	if (!first || !last || first === last || shape?.type !== 'shape') return undefined;
	if (!words.every(({type}) => type === 'word' || type === 'shape')) return undefined;
	const id = words.map(({text}) => text).join('_');
	return problem('unexpected', {start: first.start, end: last.end}, 'the id of a node is one word', {
		hint: `write \`${brief(`${id}: ${shape.text}`)}\``,
	});
}

/** `lop [retry up to 3 times] n1 n2` */
function isMisspeltLoop([word, bracket]: readonly Token[]): boolean {
	return bracket?.text === '[' && word?.type === 'word' && nearest(word.text, ['loop']) !== undefined;
}

/** Whether nothing about the tokens is like a statement; a colon or full stop is found in prose, too. */
function isProse(tokens: readonly Token[]): boolean {
	if (isLoop(tokens)) return false;
	if (
		tokens[1]?.text === ':' &&
		tokens[3] &&
		!isShape(tokens[2]) &&
		tokens[3].type === 'word' &&
		tokens[4]?.text !== ':'
	)
		return true;
	return !tokens.some(token => isShape(token) || /^(?:[{}[\]=]|-+>|=+>|#.*)$/u.test(token.text));
}

function isShape(token: Token | undefined): boolean {
	return token?.type === 'shape' || token?.type === 'handle';
}

/** Also one whose condition stands in round brackets. */
function isLoop([first, second]: readonly Token[]): boolean {
	return first?.type === 'loop' || (/^loop$/i.test(first?.text ?? '') && second?.text === '(');
}

function formOf(tokens: readonly Token[]): string {
	const has = (type: Token['type']) => tokens.some(token => token.type === type);
	if (isLoop(tokens)) return 'a loop is written `loop [condition] n1 n2`';
	if (tokens.some(isArrow) || has('handle'))
		return 'an edge is written `n1.handle(right) -> n2.handle(left) [label="…"]`';
	if (tokens[1]?.text !== ':' && tokens.some(({text}) => text === '{'))
		return 'a lane begins with `Name { # Display name`';
	return 'a node is written `n1: rectangle label:"…"`';
}

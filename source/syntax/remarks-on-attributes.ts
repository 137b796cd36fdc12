/** What there is to say about `label:"…"` on a node and `label="…"` on an edge. */
import {nearest} from '../nearest.js';
import {type Problem, problem} from '../problem.js';
import {brief, clusters} from '../text.js';
import {quote} from './quote.js';
import {wordRemarks} from './remarks-on-words.js';
import type {Attribute, Name, Value} from './tree.js';
import {attributeWords, meant} from './words.js';

const keys = {words: attributeWords, code: 'unknown-attribute', kind: 'attribute'} as const;

/** Labels of more characters than this are cut or wrapped by FlowZap itself. */
const longestLabel = 50;

/** Problems of one attribute, where `right` is the separator that belongs there. */
export function attributeRemarks(attribute: Attribute, right: ':' | '='): Problem[] {
	const {key, value} = attribute;
	if (isOdd(attribute)) return [oddKey(attribute, right)];
	const found = [...(key ? wordRemarks(key, keys) : []), ...separatorRemarks(attribute, right)];
	if (value && key) found.push(...valueRemarks(value));
	else if (!value)
		found.push(
			problem('missing-value', attribute, `\`${brief(key?.text ?? '')}\` has no value`, {
				hint: 'write it in quotes: `"…"`',
			}),
		);
	if (value && (!key || meant(key.text, ['label'])) && countOf(value.text) > longestLabel)
		found.push(
			problem('long-label', value, `a label of ${countOf(value.text)} characters`, {
				hint: `up to ${longestLabel} read well; the rest may go into \`description\``,
			}),
		);
	return found;
}

/** Whether a word stands before a text that is no key of FlowZap Code, nor followed by what would make it one. */
export function isOdd({key, separator, value}: Attribute): boolean {
	return key !== null && value !== null && !separator && !meant(key.text, attributeWords);
}

/** It may be meant for a key or be part of a text: the one mistake in it is told, and not mended. */
export function oddKey({key, ...attribute}: Attribute, right: ':' | '='): Problem {
	const name = key?.text ?? '';
	const guess = nearest(name, attributeWords);
	return problem(
		'missing-separator',
		key ?? attribute,
		`\`${brief(name)}\` stands before a text without \`${right}\``,
		{
			hint: guess
				? `did you mean \`${guess}${right}"…"\`?`
				: `the attributes are ${attributeWords.join(', ')}; a quote inside a text is written \`\\"\``,
		},
	);
}

/** A key that is given twice; the first counts. */
export function repeatedKeys(attributes: readonly Attribute[]): Problem[] {
	const seen = new Map<string, Name>();
	const found: Problem[] = [];
	for (const {key} of attributes) {
		if (!key) continue;
		const first = seen.get(key.text.toLowerCase());
		if (!first) seen.set(key.text.toLowerCase(), key);
		else
			found.push(
				problem('repeated-attribute', key, `\`${brief(key.text)}\` is given twice; the first counts`, {
					hint: 'leave one of them out',
					related: {span: first, message: 'first given here'},
				}),
			);
	}
	return found;
}

function separatorRemarks({key, separator, value}: Attribute, right: ':' | '='): Problem[] {
	if (separator?.text === right) return [];
	if (!key) return value ? [missingKey(value, right)] : [];
	const name = brief(key.text);
	const fix = value ? {fix: {span: {start: key.end, end: value.start}, text: right}} : {};
	return separator
		? [
				problem(
					'wrong-separator',
					separator,
					`\`${name}\` takes \`${right}\` here, not \`${separator.text}\``,
					{
						hint: `write \`${name}${right}"…"\``,
						...fix,
					},
				),
			]
		: [
				problem('missing-separator', key, `\`${name}\` has no \`${right}\` before its value`, {
					hint: `write \`${name}${right}"…"\``,
					...fix,
				}),
			];
}

function missingKey(value: Value, right: ':' | '='): Problem {
	const text = `label${right}${quote(value.text)}`;
	return problem('missing-label-key', value, 'a label is written with its key', {
		hint: `write \`${right === ':' ? brief(text) : `[${brief(text)}]`}\``,
		fix: {span: value, text},
	});
}

function valueRemarks(value: Value): Problem[] {
	if (value.quotes !== 'none' && value.quotes !== 'other') return [];
	const fix = {span: value, text: quote(value.text)};
	return value.quotes === 'none'
		? [problem('unquoted-value', value, 'this value has no quotes', {hint: 'write it in quotes: `"…"`', fix})]
		: [
				problem('wrong-quotes', value, 'these are not the quotes of FlowZap Code', {
					hint: 'write `"…"`',
					fix,
				}),
			];
}

/** The characters of a label as a reader counts them; of a short or very long one, where it does not matter, its units. */
function countOf(text: string): number {
	const looking = text.length > longestLabel && text.length <= 1000;
	return looking ? clusters(text).length : text.length;
}

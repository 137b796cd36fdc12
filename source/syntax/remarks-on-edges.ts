/** What there is to say about `n1.handle(right) -> n2.handle(left) [label="…"]`. */
import {type Problem, problem, type Span} from '../problem.js';
import {brief} from '../text.js';
import {isUnsure} from './bare-side.js';
import {quote} from './quote.js';
import {attributeRemarks, isOdd, oddKey} from './remarks-on-attributes.js';
import {wordRemarks} from './remarks-on-words.js';
import type {EdgeStatement, End, Note} from './tree.js';
import {meant, sideWords} from './words.js';

const sides = {words: sideWords, code: 'unknown-side', kind: 'side'} as const;

/** Problems of the written form of an edge; {@link endRemarks} wait where names are to tell what is meant. */
export function edgeRemarks(edge: EdgeStatement): Problem[] {
	const onEnds = isUnsure(edge) ? [] : endRemarks(edge);
	return [...arrowRemarks(edge), ...onEnds, ...(edge.note ? noteRemarks(edge.note) : [])];
}

function arrowRemarks({from, arrow, to, ...edge}: EdgeStatement): Problem[] {
	if (!to)
		return [
			problem('missing-target', edge, 'this edge leads nowhere', {
				hint: 'name a node after `->`, such as `n2.handle(left)`',
			}),
		];
	const fix = {span: {start: from.end, end: to.start}, text: ' -> '};
	const gap = {start: from.end, end: Math.max(to.start, from.end + 1)};
	if (!arrow)
		return [
			problem('missing-arrow', gap, 'this edge has no `->`', {hint: 'write `->` between its ends', fix}),
		];
	if (arrow.type === 'arrow') return [];
	return [
		problem('wrong-arrow', arrow, `an edge is written with \`->\`, not \`${arrow.text}\``, {
			hint: 'write `->`',
			fix,
		}),
	];
}

/** Problems of the ends of an edge. An edge without any handle is one mistake, not two. */
export function endRemarks({from, to, ...edge}: EdgeStatement): Problem[] {
	if (!to) return from.port ? portRemarks(from, 'right') : [];
	if (hasHandle(from) || hasHandle(to)) return [...portRemarks(from, 'right'), ...portRemarks(to, 'left')];
	const hint = `write \`${inFull({from, to})}\``;
	const ends = {start: from.start, end: to.end};
	if (from.port?.bare || to.port?.bare) {
		const text = handle(from) && handle(to) && `${handle(from)} -> ${name(to)}${handle(to)}`;
		return [bareRemark(ends, hint, {start: from.reference.end, end: to.end}, text)];
	}
	return [
		problem('missing-handle', edge, 'this edge does not say from which side to which side it goes', {hint}),
	];
}

/** An edge with a side for each end, without its label. */
export function inFull({from, to}: Pick<EdgeStatement, 'from' | 'to'>): string {
	const target = to ? `${written(to)}${handle(to, 'left')}` : '';
	return `${written(from)}${handle(from, 'right')} -> ${target}`;
}

function hasHandle({port}: End): boolean {
	return port !== null && port.side !== null && !port.bare;
}

/** `.handle(right)` with the side that is written, or else the usual one; empty where there is neither. */
function handle({port}: End, usual = ''): string {
	const side = meant(port?.side?.text ?? '', sideWords) ?? usual;
	return side && `.handle(${side})`;
}

/** A side alone; `text` mends it in the place of `gap`, unless it is empty. */
function bareRemark(span: Span, hint: string, gap: Span, text: string): Problem {
	return problem('missing-handle', span, 'a side is written with `.handle(…)`', {
		hint,
		...(text ? {fix: {span: gap, text}} : {}),
	});
}

function portRemarks(end: End, usual: string): Problem[] {
	const {port, reference} = end;
	if (port?.bare) {
		const hint = `write \`${written(end)}${handle(end, usual)}\``;
		return [bareRemark(end, hint, {start: reference.end, end: end.end}, handle(end))];
	}
	if (!port?.side)
		return [
			problem('missing-handle', end, `\`${written(end)}\` names no side`, {
				hint: `write \`${written(end)}.handle(${usual})\`, or another of ${sideWords.join(', ')}`,
			}),
		];
	if (port.closed || !meant(port.side.text, sideWords)) return wordRemarks(port.side, sides);
	const at = {start: port.end, end: port.end};
	return [
		problem('unclosed-handle', port, 'this handle has no `)`', {
			hint: `write \`.handle(${port.side.text})\``,
			fix: {span: at, text: ')'},
		}),
	];
}

function noteRemarks(note: Note): Problem[] {
	const [label, ...others] = note.attributes;
	if (!label)
		return [
			problem('missing-label-key', note, 'nothing is in these brackets', {hint: 'write `[label="…"]`'}),
		];
	const odd = note.attributes.find(isOdd);
	if (odd) return [oddKey(odd, '=')];
	const swallowed = note.attributes.some(({value}) => value?.quotes === 'open');
	const main = note.attributes.find(({key}) => !key || meant(key.text, ['label'])) ?? label;
	const extra = main.key && !meant(main.key.text, ['label']) ? main : others.find(other => other !== main);
	const found = main === extra ? [] : attributeRemarks(main, '=');
	if (extra)
		found.push(
			problem('extra-attribute', extra, `an edge has a label alone, no \`${brief(extra.key?.text ?? '')}\``, {
				hint: 'it is not shown; the label may hold what matters',
			}),
		);
	if (!note.open && found.length === 0)
		found.push(
			problem('missing-brackets', note, 'the label of an edge stands in brackets', {
				hint: 'write `[label="…"]`',
				fix: {span: note, text: `[label=${quote(main.value?.text ?? '')}]`},
			}),
		);
	if (note.open && !note.close && !swallowed)
		found.push(
			problem('unclosed-bracket', note.open, 'this bracket is not closed', {
				hint: 'end the label with `]`',
				fix: {span: {start: note.end, end: note.end}, text: ']'},
			}),
		);
	return found;
}

function written(end: End): string {
	return brief(name(end));
}

function name({reference: {lane, node}}: End): string {
	return lane ? `${lane.text}.${node.text}` : node.text;
}

/** What there is to say about `n1.handle(right) -> n2.handle(left) [label="…"]`. */
import {type Problem, problem, type Span} from '../problem.js';
import {brief} from '../text.js';
import {isUnsure} from './bare-side.js';
import {quote} from './quote.js';
import {attributeRemarks, isOdd, oddKey, repeatedKeys} from './remarks-on-attributes.js';
import {wordRemarks} from './remarks-on-words.js';
import type {Attribute, EdgeStatement, End, Note} from './tree.js';
import {isWord, meant, sidesElsewhere, sideWords} from './words.js';

const sides = {words: sideWords, code: 'unknown-side', kind: 'side', elsewhere: sidesElsewhere} as const;

/** Problems of the written form of an edge; {@link endRemarks} wait where names are to tell what is meant. */
export function edgeRemarks(edge: EdgeStatement): Problem[] {
	const {from, to, note} = edge;
	const sideless = to !== null && !hasHandle(from) && !hasHandle(to);
	const onEnds = isUnsure(edge) ? [] : endRemarks(edge);
	if (isCaptioned(edge)) return [captionRemark(edge), ...(sideless ? [] : onEnds)];
	const onNote = note ? noteRemarks(note) : [];
	if (isTwoWay(edge)) return [twoWayRemark(edge), ...(sideless ? [] : onEnds), ...onNote];
	return [...(sideless ? [] : arrowRemarks(edge)), ...onEnds, ...onNote];
}

/** Whether an edge in each direction is meant: `n1 <-> n2`. */
export function isTwoWay({arrow}: EdgeStatement): boolean {
	return arrow !== null && /^(?:<.*>|\u2194)$/.test(arrow.text);
}

function twoWayRemark({arrow, ...edge}: EdgeStatement): Problem {
	const back = edge.to ? inFull({...edge, from: edge.to, to: edge.from}) : '';
	return problem('wrong-arrow', arrow ?? edge, 'an edge leads one way', {
		hint: `write two of them, each on a line of its own: \`${inFull(edge)}\`, \`${back}\``,
	});
}

/** Whether the label stands alone, or at the arrow as in `n1 -->|Yes| n2`. */
function isCaptioned({note}: EdgeStatement): boolean {
	return note !== null && !note.open && note.attributes.every(({key}) => !key);
}

function captionRemark(edge: EdgeStatement): Problem {
	const text = spelled(edge);
	return problem('missing-brackets', edge.note ?? edge, 'the label of an edge stands in brackets behind it', {
		hint: `write \`${inFull(edge)}\``,
		...(text ? {fix: {span: edge, text}} : {}),
	});
}

function arrowRemarks({from, arrow, to, ...edge}: EdgeStatement): Problem[] {
	if (!to)
		return [
			problem('missing-target', edge, 'this edge leads nowhere', {
				hint: 'name a node after `->`, such as `n2.handle(left)`',
			}),
		];
	if (arrow && to.start < from.start) return [backRemark({from, to, note: null}, arrow)];
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

/** `n2.handle(left) <- n1.handle(right)`: its ends change places. */
function backRemark(ends: Written, arrow: Span): Problem {
	const text = spelled(ends);
	const span = {start: ends.to?.start ?? 0, end: ends.from.end};
	return problem('wrong-arrow', arrow, 'an edge is written from where it leaves', {
		hint: `write \`${inFull(ends)}\``,
		...(text ? {fix: {span, text}} : {}),
	});
}

/** Problems of the ends of an edge. An edge without any handle is one mistake, not two; what names no node is another. */
export function endRemarks({from, to, ...edge}: EdgeStatement): Problem[] {
	if (!to) return from.port ? portRemarks(from, 'right') : [];
	if (hasHandle(from) || hasHandle(to)) return [...portRemarks(from, 'right'), ...portRemarks(to, 'left')];
	const hint = `write \`${inFull({from, to, note: edge.note})}\``;
	const ends = {start: Math.min(from.start, to.start), end: Math.max(from.end, to.end)};
	if (from.port?.bare || to.port?.bare)
		return [bareRemark(ends, hint, ends, spelled({from, to, note: null}))];
	if (![from, to].every(({reference}) => isWord(reference.node.text))) return [];
	return [
		problem('missing-handle', edge, 'this edge does not say from which side to which side it goes', {hint}),
	];
}

/** What an edge says, its arrow apart. */
type Written = Pick<EdgeStatement, 'from' | 'to' | 'note'>;

/** An edge with a side for each end, to be shown; where none is written it has the usual one. */
export function inFull({from, to, note}: Written): string {
	const target = to ? `${written(to)}${handle(to, 'left')}` : '';
	return `${written(from)}${handle(from, 'right')} -> ${target}${label(note, brief)}`;
}

/** An edge as it is to be written; empty where a side is missing. */
function spelled({from, to, note}: Written): string {
	if (!to || !handle(from) || !handle(to)) return '';
	return `${name(from)}${handle(from)} -> ${name(to)}${handle(to)}${label(note)}`;
}

function label(note: Note | null, shown = (text: string) => text): string {
	const text = note?.attributes.find(isLabel)?.value?.text;
	return text ? ` [label=${quote(shown(text))}]` : '';
}

function hasHandle({port}: End): boolean {
	return port !== null && port.side !== null && !port.bare;
}

/** `.handle(right)` with the side that is written, or else the usual one; empty where there is neither. */
function handle({port}: End, usual = ''): string {
	const text = port?.side?.text ?? '';
	const side = meant(text, sideWords) ?? (usual && (sidesElsewhere.get(text.toLowerCase()) ?? usual));
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
	const text = `.handle(${port.side.text})`;
	return [
		problem('unclosed-handle', port, 'the side of a handle stands in brackets', {
			hint: `write \`${text}\``,
			fix: {span: port, text},
		}),
	];
}

function noteRemarks(note: Note): Problem[] {
	const [label] = note.attributes;
	if (!label)
		return [
			problem('missing-label-key', note, 'nothing is in these brackets', {hint: 'write `[label="…"]`'}),
		];
	const odd = note.attributes.find(isOdd);
	if (odd) return [oddKey(odd, '=')];
	const swallowed = note.attributes.some(({value}) => value?.quotes === 'open');
	const labels = note.attributes.filter(isLabel);
	const main = labels[0] ?? label;
	const extra = note.attributes.find(other => !isLabel(other));
	const found = main === extra ? [] : [...attributeRemarks(main, '='), ...repeatedKeys(labels)];
	if (extra)
		found.push(
			problem('extra-attribute', extra, `an edge has only a label, no \`${brief(extra.key?.text ?? '')}\``, {
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

function isLabel({key}: Attribute): boolean {
	return !key || meant(key.text, ['label']) !== undefined;
}

function written(end: End): string {
	return brief(name(end));
}

function name({reference: {lane, node}}: End): string {
	return lane ? `${lane.text}.${node.text}` : node.text;
}

/** Names that are cut and can still be told apart. */
import {clusters, cut, width} from '../text.js';

/** Each of `texts` in at most `columns`: its beginning, and where that would be the beginning of another too, what differs. */
export function cutApart(texts: readonly string[], columns: number): readonly string[] {
	const short = texts.map(text => cut(text, columns));
	return texts.map((text, at) => {
		const alike = texts.filter((other, index) => other !== text && short[index] === short[at]);
		if (alike.length === 0) return short[at] ?? '';
		const shared = Math.max(...alike.map(other => sharedBy(text, other)));
		return cutBefore(text, shared, columns);
	});
}

/** How long the beginning is that two texts share. */
function sharedBy(one: string, other: string): number {
	let length = 0;
	for (const {text} of clusters(one)) {
		if (!other.startsWith(text, length)) break;
		length += text.length;
	}
	return length;
}

/** The beginning of `text`, and what stands at `place`, from the beginning of its word where that is near. */
function cutBefore(text: string, place: number, columns: number): string {
	const third = Math.floor(columns / 3);
	const word = text.lastIndexOf(' ', place) + 1;
	const rest = text.slice(place - word < third ? word : place);
	const head = cut(text, Math.max(third, columns - width(rest)));
	return head + cut(rest, columns - width(head));
}

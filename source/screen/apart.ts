/** Names that are cut and can still be told apart. */
import {clusters, cut, width} from '../text.js';

/** Each of `texts` in at most `columns`: its beginning, and where that would be the beginning of another too, what differs. */
export function cutApart(texts: readonly string[], columns: number): readonly string[] {
	const alike = new Map<string, Set<string>>();
	for (const text of texts) {
		const short = cut(text, columns);
		alike.set(short, (alike.get(short) ?? new Set()).add(text));
	}
	const shared = new Map<string, number>();
	for (const group of alike.values()) {
		// In order, each shares most with one of its neighbours.
		const list = group.size > 1 ? [...group].sort() : [];
		for (const [at, text] of list.entries())
			shared.set(text, Math.max(sharedBy(text, list[at - 1]), sharedBy(text, list[at + 1])));
	}
	return texts.map(text => {
		const place = shared.get(text);
		return place === undefined ? cut(text, columns) : cutBefore(text, place, columns);
	});
}

/** How long the beginning is that two texts share. */
function sharedBy(one: string, other = ''): number {
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

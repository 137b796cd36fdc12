/** The words that FlowZap Code knows. */

/** What a node can be. */
export const shapeWords = ['circle', 'rectangle', 'diamond', 'taskbox'] as const;
/** What people and other languages of diagrams call a shape. */
export const shapesElsewhere: ReadonlyMap<string, (typeof shapeWords)[number]> = new Map([
	...called('rectangle', 'rect box square process subprocess activity step action'),
	...called('taskbox', 'task'),
	...called('diamond', 'decision gateway gate condition if rhombus'),
	...called('circle', 'start end terminal terminator oval ellipse event'),
]);
/** Where a line can leave or meet a box. */
export const sideWords = ['left', 'right', 'top', 'bottom'] as const;
/** What people call a side elsewhere. */
export const sidesElsewhere: ReadonlyMap<string, (typeof sideWords)[number]> = new Map([
	...called('left', 'l w west'),
	...called('right', 'r e east'),
	...called('top', 't n north up above'),
	...called('bottom', 'b s south down below'),
]);
/** What a node may say of itself. An edge has only a label. */
export const attributeWords = ['label', 'owner', 'description', 'system'] as const;

function called<Word extends string>(word: Word, names: string): (readonly [string, Word])[] {
	return names.split(' ').map(name => [name, word]);
}

/** Whether `text` is one word, as the id of a node is. */
export function isWord(text: string): boolean {
	return /^[\p{L}\p{M}\p{N}_-]+$/u.test(text);
}

/** Words that other languages begin a lane with. */
const laneKeyword = /^(?:lane|swimlane|subgraph|pool|partition|participant|actor) (?=\D)/i;

/** What follows such a word in `name`, where one stands before more. */
export function afterKeyword(name: string): string | undefined {
	return laneKeyword.test(name) ? name.replace(laneKeyword, '') : undefined;
}

/** The word of `known` that `text` is, whatever the case of its letters. */
export function meant<Word extends string>(text: string, known: readonly Word[]): Word | undefined {
	const lower = text.toLowerCase();
	return known.find(word => word === lower);
}

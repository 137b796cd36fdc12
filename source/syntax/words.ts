/** The words that FlowZap Code knows. */

/** What a node can be. */
export const shapeWords = ['circle', 'rectangle', 'diamond', 'taskbox'] as const;
/** What people and other languages of diagrams call a shape. */
export const shapesElsewhere: ReadonlyMap<string, (typeof shapeWords)[number]> = new Map([
	...called('rectangle', 'rect box process step task action'),
	...called('diamond', 'decision gateway condition if rhombus'),
	...called('circle', 'start end terminal oval ellipse event'),
]);
/** Where a line can leave or meet a box. */
export const sideWords = ['left', 'right', 'top', 'bottom'] as const;
/** What a node may say of itself. An edge has a label alone. */
export const attributeWords = ['label', 'owner', 'description', 'system'] as const;

function called<Word extends string>(shape: Word, names: string): (readonly [string, Word])[] {
	return names.split(' ').map(name => [name, shape]);
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

/** The words that FlowZap Code knows. */

/** What a node can be. */
export const shapeWords = ['circle', 'rectangle', 'diamond', 'taskbox'] as const;
/** Where a line can leave or meet a box. */
export const sideWords = ['left', 'right', 'top', 'bottom'] as const;
/** What a node may say of itself. An edge has a label alone. */
export const attributeWords = ['label', 'owner', 'description', 'system'] as const;

/** The word of `known` that `text` is, whatever the case of its letters. */
export function meant<Word extends string>(text: string, known: readonly Word[]): Word | undefined {
	const lower = text.toLowerCase();
	return known.find(word => word === lower);
}

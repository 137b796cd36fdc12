/** What a route has said of its outcome so far, and by which of its labels. */

/** Why a route has its outcome. */
export interface Evidence {
	/** `word`: by a word; `given`: by a person; `label`: the end is called so; `stop`: it ends in no circle; `cycle`: nothing leads out; `limit`: stopped by a person where it came too often. */
	readonly kind: 'word' | 'given' | 'label' | 'stop' | 'cycle' | 'limit';
	readonly element: 'node' | 'edge';
	readonly id: string;
	readonly label: string;
	/** The word of the tables; empty where none is the reason. */
	readonly word: string;
}

/** What has been said: 0 for nothing, else the number of the mark that decides. */
export type State = number;

/** A state with its evidence, the last first; routes that begin alike share it. */
export interface Said {
	readonly state: State;
	readonly evidence: Evidence | undefined;
	readonly before: Said | undefined;
}

/** Before the first label. */
export const nothing: Said = {state: 0, evidence: undefined, before: undefined};

/** The evidence in the order of the route. */
export function evidenceOf(said: Said): Evidence[] {
	const list: Evidence[] = [];
	for (let part: Said | undefined = said; part?.evidence; part = part.before) list.push(part.evidence);
	return list.reverse();
}

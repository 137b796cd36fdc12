/** `n2.right`: a node `right` in a lane `n2`, or a side of `n2`. The names of the whole file tell which. */
import {bare, reference} from './build.js';
import type {EdgeStatement, End} from './tree.js';
import {meant, sideWords} from './words.js';

/** Whether an end of `edge` can be read in both ways. */
export function isUnsure({from, to}: EdgeStatement): boolean {
	return bareSide(from) !== undefined || (to !== null && bareSide(to) !== undefined);
}

/** `end` read as a node and its side, where it can be. */
export function bareSide({reference: {lane, node}, port}: End): End | undefined {
	if (port || !lane || !meant(node.text, sideWords)) return undefined;
	return bare(reference(null, lane), node);
}

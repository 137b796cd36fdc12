/** Writing a long text piece by piece: a drawing of ten thousand rows is longer than a string may be. */
import type {World} from '../world.js';

/** Characters that are gathered before they are written. */
const chunk = 65_536;

/** Writes the pieces, one after the other. */
export async function writePieces(world: World, pieces: Iterable<string>): Promise<void> {
	let text = '';
	for (const piece of pieces) {
		text += piece;
		if (text.length < chunk) continue;
		await world.write(text);
		text = '';
	}
	await world.write(text);
}

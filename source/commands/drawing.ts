/** Writing a drawing as text: some rows at a time, since one of ten thousand rows is longer than a string may be. */
import type {Canvas, Light} from '../canvas/canvas.js';
import type {World} from '../main.js';

/** Characters that are gathered before they are written. */
const chunk = 65_536;

/** Writes `canvas`, its lines ended by `\n`. */
export async function writeDrawing(world: World, canvas: Canvas, light?: Light): Promise<void> {
	let text = '';
	for (const line of canvas.lines(light)) {
		text += `${line}\n`;
		if (text.length < chunk) continue;
		await world.write(text);
		text = '';
	}
	await world.write(text);
}

/** The trail and the drawing as a file. */
import {rm, writeFile} from 'node:fs/promises';
import {lightOf} from '../session/light.js';
import {trailText} from '../session/notes.js';
import type {Session} from '../session/session.js';
import {codeOf, whyNotWritten} from '../unwritten.js';

/** Writes them to a new file, or leaves none. The answer is why that cannot be, to be read after the name. */
export async function writeExport(session: Session, path: string): Promise<string | undefined> {
	try {
		await writeFile(path, exported(session), {flag: 'wx'});
		return undefined;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return 'is there already: choose another name';
		await rm(path, {force: true}).catch(() => undefined);
		return `cannot be written: ${whyNotWritten(error)}`;
	}
}

/** The trail and the drawing, a line at a time. */
function* exported(session: Session): Generator<string> {
	yield `${trailText(session)}\n`;
	yield* session.drawing.canvas.lines(lightOf(session));
}

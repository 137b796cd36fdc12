/** The trail and the drawing as a file. */
import {writeFile} from 'node:fs/promises';
import {lightOf} from '../session/light.js';
import {trailText} from '../session/notes.js';
import type {Session} from '../session/session.js';

const reasons: ReadonlyMap<string, string> = new Map([
	['ENOENT', 'there is no such folder'],
	['ENOTDIR', 'there is no such folder'],
	['EISDIR', 'that is a folder'],
	['EACCES', 'you may not write there'],
	['EROFS', 'nothing may be written there'],
	['ENOSPC', 'the disk is full'],
]);

/** Writes them to a new file. The answer is why that cannot be, to be read after the name. */
export async function writeTrail(session: Session, path: string): Promise<string | undefined> {
	try {
		await writeFile(path, exported(session), {flag: 'wx'});
		return undefined;
	} catch (error) {
		const {code = 'no reason was told'} = error as NodeJS.ErrnoException;
		if (code === 'EEXIST') return 'is there already: choose another name';
		return `cannot be written: ${reasons.get(code) ?? code}`;
	}
}

/** The trail and the drawing, a line at a time. */
function* exported(session: Session): Generator<string> {
	yield `${trailText(session)}\n`;
	yield* session.drawing.canvas.lines(lightOf(session));
}

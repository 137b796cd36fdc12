/** A folder for one test. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';

/** The path of a new folder that holds `files`; it is gone when the test ends. */
export async function scratch(
	t: ExecutionContext,
	files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'flowzap-tui-'));
	t.teardown(() => rm(folder, {recursive: true, force: true}));
	for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
	return folder;
}

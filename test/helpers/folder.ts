/** Folders that a test may write in; gone when it ends. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';

/** A new empty folder, removed after the test. */
export function folder(t: ExecutionContext): string {
	const path = mkdtempSync(join(tmpdir(), 'flowzap-test-'));
	t.teardown(() => rmSync(path, {recursive: true, force: true}));
	return path;
}

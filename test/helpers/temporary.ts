/** Loaded into each test process first: what it leaves in the temporary folder goes when it ends. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';

const folder = mkdtempSync(join(tmpdir(), 'flowzap-'));
process.env.TMPDIR = folder;
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));

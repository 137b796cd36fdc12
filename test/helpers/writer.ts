/**
 * A program for tests: writes a record, telling on stdout what is safe, until it is killed or, where `lines` is
 * given, has made so many lines. Arguments: path, pause in ms, lines.
 */
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {createJournal, type Outside} from '../../source/drill/journal.js';
import {readRecord} from '../../source/drill/record.js';
import {resumeJournal} from '../../source/drill/resume.js';

const [path = '', pause = '0', lines = 'Infinity'] = process.argv.slice(2);
const outside: Outside = {
	programs: {host: 'here', own: process.pid, alive},
	platform: process.platform,
	now: Date.now,
	steady: () => performance.now(),
};
const before = existsSync(path) ? readRecord(readFileSync(path)).events.length : 0;
// What was cut off in its first line is no record yet.
if (before === 0) rmSync(path, {force: true});
const opened = before > 0 ? resumeJournal(path, before, outside) : createJournal(path, outside);
if ('refused' in opened) {
	process.stdout.write('refused\n');
	process.exit(7);
}
process.stdout.write(`resumed ${before}\n`);
let made = 0;
const write = () => {
	if (made >= Number(lines)) return;
	made += 1;
	opened.journal.append([{type: 'note', text: 'x'.repeat(200)}]);
	process.stdout.write(`${opened.journal.problem ?? before + made}\n`);
	setTimeout(write, Number(pause));
};
write();

function alive(number: number): boolean {
	try {
		return process.kill(number, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

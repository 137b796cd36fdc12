/** A program for tests: writes a record until it is killed, telling on stdout what is safe. Arguments: path, pause in ms. */
import {existsSync} from 'node:fs';
import {createJournal, type Outside, resumeJournal} from '../../source/drill/journal.js';

const [path = '', pause = '0'] = process.argv.slice(2);
const outside: Outside = {
	programs: {own: process.pid, alive},
	now: Date.now,
	steady: () => performance.now(),
};
const opened = existsSync(path) ? resumeJournal(path, outside) : createJournal(path, outside);
if ('refused' in opened) {
	process.stdout.write('refused\n');
	process.exit(7);
}
process.stdout.write(`resumed ${opened.events.length}\n`);
const write = () => {
	for (const {seq} of opened.journal.append([{type: 'note', text: 'x'.repeat(200)}]))
		process.stdout.write(`${opened.journal.problem ?? seq}\n`);
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

/** Signals, by what they mean to a program that holds a terminal. */
import {constants} from 'node:os';
import process from 'node:process';

/**
 * Those that end a program and that it can still answer. Not those of a fault in the program itself (SIGBUS, SIGSEGV,
 * SIGILL, SIGFPE, SIGTRAP, SIGSYS): to listen to them is to hang there. Nor SIGPROF, with which V8 profiles.
 */
const names: readonly NodeJS.Signals[] = [
	'SIGTERM',
	'SIGHUP',
	'SIGINT',
	'SIGQUIT',
	'SIGABRT',
	'SIGALRM',
	'SIGUSR2',
	'SIGVTALRM',
	'SIGXCPU',
	'SIGIO',
	'SIGPWR',
	'SIGSTKFLT',
];

/** Those of them that this system has, with the exit codes that shells give them. */
export const endings: readonly (readonly [NodeJS.Signals, number])[] = names.flatMap(name => {
	const number: number | undefined = constants.signals[name];
	return number === undefined ? [] : [[name, 128 + number] as const];
});

/** The exit code of a program whose terminal is gone. */
export const hungUp = 128 + constants.signals.SIGHUP;

/**
 * Ends the process by the signal that has the exit code `code`, where there is one: whoever waits for it learns what
 * ended it. And Node, which gives the terminal back on its way out, stops with a stack trace where that is gone.
 */
export function endBySignal(code: number): void {
	const signal = endings.find(([, its]) => its === code)?.[0];
	if (!signal || process.platform === 'win32') return;
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
}

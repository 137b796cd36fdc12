/** Signals, by what they mean to a program that holds a terminal. */
import {constants} from 'node:os';

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

/** The exit code of a program whose terminal is gone. */
export const hungUp = 129;

/** Signals that ask a program to end, with the exit codes that shells give them. */
export const endings: readonly (readonly [NodeJS.Signals, number])[] = [
	['SIGTERM', 143],
	['SIGHUP', hungUp],
	['SIGINT', 130],
	['SIGQUIT', 131],
];

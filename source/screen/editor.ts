/** The person's editor, at a line. */

/** Editors that take the line in a way of their own; the rest know `+LINE FILE`. */
const atLine: Readonly<Record<string, (file: string, line: number) => readonly string[]>> = {
	code: (file, line) => ['--wait', '--goto', `${file}:${line}`],
	codium: (file, line) => ['--wait', '--goto', `${file}:${line}`],
	subl: (file, line) => ['--wait', `${file}:${line}`],
	zed: (file, line) => ['--wait', `${file}:${line}`],
	hx: (file, line) => [`${file}:${line}`],
	helix: (file, line) => [`${file}:${line}`],
	notepad: file => [file],
};

/** The command and its words: $VISUAL, else $EDITOR, else vi. */
export function editorCommand(
	env: Readonly<Record<string, string | undefined>>,
	file: string,
	line: number,
): readonly [string, ...string[]] {
	// A name that begins like an option would be one: `+!…` is a command to vi.
	const path = /^[-+]/.test(file) ? `./${file}` : file;
	const [command = 'vi', ...words] = (env.VISUAL || env.EDITOR || 'vi').split(' ').filter(Boolean);
	const name =
		command
			.split(/[\\/]/)
			.at(-1)
			?.replace(/\.exe$/i, '') ?? '';
	return [command, ...words, ...(atLine[name]?.(path, line) ?? [`+${line}`, path])];
}

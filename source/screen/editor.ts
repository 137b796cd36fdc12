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

/** A program with its words as a shell reads them, and more words as they are. */
interface EditorCommand {
	readonly line: string;
	readonly words: readonly string[];
}

/** $VISUAL, else $EDITOR, else vi, and what opens `file` there at `line`. */
export function editorCommand(
	env: Readonly<Record<string, string | undefined>>,
	file: string,
	line: number,
): EditorCommand {
	// A name that begins like an option would be one: `+!…` is a command to vi.
	const path = /^[-+]/.test(file) ? `./${file}` : file;
	const editor = env.VISUAL?.trim() || env.EDITOR?.trim() || 'vi';
	return {line: editor, words: atLine[programIn(editor)]?.(path, line) ?? [`+${line}`, path]};
}

/** The name of the program that a command line begins with, quotes and folders left out. */
function programIn(line: string): string {
	const [first = ''] = /^(?:"[^"]*"|'[^']*'|\\.|\S)+/.exec(line) ?? [];
	const [name = ''] = /[^\\/"']*["']?$/.exec(first) ?? [];
	return name.replace(/["']$/, '').replace(/\.exe$/i, '');
}

/** What the screen does to the world: quit, suspend, editor, clipboard, files. */
import {stat} from 'node:fs/promises';
import {mostBytes} from '../diagram/bytes.js';
import {place, standardInput} from '../problem.js';
import type {Action, Effect} from '../session/action.js';
import {keyFor} from '../session/key-names.js';
import {lightOf} from '../session/light.js';
import {trailText} from '../session/notes.js';
import {changeIn} from '../session/reload.js';
import {attended, type Missing, type Session} from '../session/session.js';
import type {Store} from '../session/store.js';
import type {Terminal} from '../terminal/life.js';
import {editorCommand} from './editor.js';
import {writeExport} from './export.js';
import type {Showing} from './show.js';
import type {Stage} from './stage.js';
import {themeOn} from './theme.js';

/** Asks the terminal for its background colour; it answers with a report. */
const backgroundQuestion = '\x1b]11;?\x1b\\';

/** Cells of a drawing that is handed to a clipboard; terminals drop what is too much for them without a word. */
const mostCopied = 300_000;

/** What shells answer where there is no such program. */
const notFound = 127;

/** In place of what is known of a file that is there. */
const gone = 'gone';

/** Performs what `reduce` cannot: all that touches the terminal, the file or other programs. */
export class Effects {
	readonly #terminal: Terminal;
	readonly #stage: Stage;
	readonly #store: Store<Session, Action>;
	readonly #showing: Showing;
	readonly #end: (code: number) => void;
	/** When the file was last seen to change, and how large it was then. */
	#stamp: string | undefined;

	constructor(
		terminal: Terminal,
		stage: Stage,
		store: Store<Session, Action>,
		showing: Showing,
		end: (code: number) => void,
	) {
		this.#terminal = terminal;
		this.#stage = stage;
		this.#store = store;
		this.#showing = showing;
		this.#end = end;
	}

	begin(): void {
		this.#terminal.mouse = this.#store.get().mouse;
		if (this.#showing.themeIsOpen) this.#terminal.ask(backgroundQuestion);
		void this.lookAtFile();
	}

	/** An answer of the terminal; its background chooses the theme. */
	report(text: string): void {
		const theme = text.startsWith('11;') ? themeOn(text.slice(3)) : undefined;
		if (theme && this.#showing.themeIsOpen) this.#store.dispatch({type: 'theme', theme});
	}

	perform(effect: Effect): void {
		switch (effect.type) {
			case 'quit':
				this.#stage.close();
				this.#terminal.close(() => this.#end(effect.code));
				return;
			case 'suspend':
				this.#stage.open = false;
				this.#terminal.suspend();
				return;
			case 'redraw':
				this.#terminal.measure();
				this.#stage.redraw();
				return;
			case 'copy':
				this.#copy('trail', trailText(this.#store.get()));
				return;
			case 'copy drawing':
				this.#copyDrawing();
				return;
			case 'look back':
				void this.#lookBack();
				return;
			case 'write':
				void this.#write(effect.path);
				return;
			case 'edit':
				this.#edit();
				return;
			default:
				effect satisfies never;
		}
	}

	/** Reads the file again where it has changed, or could not be read. */
	async lookAtFile(): Promise<void> {
		const {name} = this.#store.get().source;
		const stamp = await stat(name).then(
			({mtimeMs, size}) => `${mtimeMs} ${size}`,
			() => gone,
		);
		const before = this.#stamp;
		if (before === undefined && stamp === gone) return;
		this.#stamp = stamp;
		// Who may read a file changes neither its time nor its size.
		const isKnown = stamp === before && this.#store.get().missing !== 'unreadable';
		if (before === undefined || isKnown) return;
		if (stamp === gone) this.#miss('gone');
		else await this.#reread(name);
	}

	async #reread(name: string): Promise<void> {
		const bytes = await this.#showing.readFile(name, mostBytes).catch(() => undefined);
		this.#miss(bytes === undefined ? 'unreadable' : undefined);
		if (bytes === undefined) return;
		const action = changeIn(this.#store.get(), bytes);
		if (action) this.#store.dispatch(action);
	}

	#miss(missing: Missing | undefined): void {
		if (this.#store.get().missing !== missing) this.#store.dispatch({type: 'file', missing});
	}

	async #lookBack(): Promise<void> {
		const session = this.#store.get();
		// The marks are taken away without another look.
		const isOn = session.shade === 'coverage';
		try {
			const unrehearsed = isOn ? undefined : await this.#showing.unrehearsed(session);
			// What was found of a file that was read again meanwhile is of another diagram.
			if (this.#store.get().diagram !== session.diagram) return;
			this.#store.dispatch({type: 'coverage', unrehearsed});
		} catch (error) {
			this.#tell(`the records cannot be read: ${(error as Error).message}`, true);
		}
	}

	async #write(path: string): Promise<void> {
		if (path === '') return;
		const why = await writeExport(this.#store.get(), path);
		if (why === undefined) return this.#tell(`written to ${path}`);
		// The name stays to be mended.
		this.#store.dispatch({type: 'open', panel: 'export'});
		this.#store.dispatch({type: 'type', text: path});
		this.#tell(`${path} ${why}`, true);
	}

	#copyDrawing(): void {
		const session = this.#store.get();
		const {canvas} = session.drawing;
		if (canvas.width * canvas.height <= mostCopied) this.#copy('drawing', canvas.text(lightOf(session)));
		else {
			const key = keyFor(session, 'export');
			this.#tell(`too large for a clipboard: ${key} writes the drawing to a file`, true);
		}
	}

	/** OSC 52: the terminal puts it on its clipboard, over ssh too, where it allows that. */
	#copy(what: string, text: string): void {
		this.#terminal.send(`\x1b]52;c;${Buffer.from(text).toString('base64')}\x1b\\`);
		// It hands nothing on unless it was told to, and does not say so.
		const inTmux = `${what} sent; tmux needs \`tmux set -s set-clipboard on\``;
		this.#tell(this.#showing.env.TMUX ? inTmux : `the ${what} was handed to the terminal’s clipboard`);
	}

	#edit(): void {
		const session = this.#store.get();
		const {name} = session.source;
		if (name === standardInput) {
			this.#tell('what came from a pipe cannot be edited', true);
			return;
		}
		const {line, words} = editorCommand(this.#showing.env, name, lineToEdit(session));
		this.#stage.open = false;
		const code = this.#terminal.child(line, words);
		if (code === notFound) this.#tell(`${line} cannot be run: set $VISUAL or $EDITOR`, true);
		else if (code !== 0) this.#tell(`${line} ended with an error: exit code ${code}`, true);
		void this.#reread(name);
	}

	#tell(text: string, urgent = false): void {
		this.#store.dispatch({type: 'tell', text, urgent});
	}
}

/** The line of the node under the reader's attention; of the first error where there is one that keeps the text from being drawn. */
function lineToEdit(session: Session): number {
	const {latest, source, problems, diagram} = session;
	const error = latest.text === source.text ? undefined : problems.find(({severity}) => severity === 'error');
	if (error) return place(latest, error.span.start).line;
	const node = attended(session);
	return place(source, node === undefined ? 0 : diagram.node(node).span.start).line;
}

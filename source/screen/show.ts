/** Runs the screen: terminal events become actions, the session becomes frames. */
import {createElement} from 'react';
import type {Moment} from '../drill/seconds.js';
import type {Action, Intent} from '../session/action.js';
import {isEffect} from '../session/action.js';
import {interpret} from '../session/interpret.js';
import {asksToQuit, fieldOf, pageOver} from '../session/panels.js';
import {reduce} from '../session/reduce.js';
import type {Session} from '../session/session.js';
import {Store} from '../session/store.js';
import {arrangementOf} from '../session/view.js';
import type {TerminalEvent} from '../terminal/event.js';
import type {Inset} from '../terminal/frame.js';
import type {Terminal} from '../terminal/life.js';
import {App} from './app.js';
import {bodyOf} from './body.js';
import {Effects} from './effects.js';
import {Input} from './input.js';
import {Mouse} from './mouse.js';
import {Stage} from './stage.js';
import {type Depth, themeOf} from './theme.js';

/** Milliseconds between two looks at the clock and the file. */
const tick = 1000;

/** Keeps what happens, before it is shown. */
interface Recording {
	readonly keep: (before: Session, after: Session) => Session;
	/** The session is over. */
	readonly end: (session: Session) => void;
}

/** What a screen needs beside the session and the terminal. */
export interface Showing {
	readonly depth: Depth;
	/** Whether the theme was not chosen, so that the terminal's background may choose it. */
	readonly themeIsOpen: boolean;
	readonly recording: Recording;
	/** What no recorded drill of the file has walked; undefined where there is none. */
	readonly unrehearsed: (
		session: Pick<Session, 'source' | 'diagram'>,
	) => Promise<ReadonlySet<string> | undefined>;
	/** The bytes of a file, a little over `most` where there are more. Rejects as node:fs does. */
	readonly readFile: (path: string, most: number) => Promise<Uint8Array>;
	/** Whether to go on with the unfinished drill without asking. */
	readonly resumes: boolean;
	/** Says what there is to say once the screen is gone and the process is about to end with `code`. */
	readonly part: (code: number) => void;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** What time it is. */
	readonly now: () => Moment;
}

/** Shows `session` in an entered terminal until the person quits; the answer is the exit code. */
export function show(terminal: Terminal, session: Session, showing: Showing): Promise<number> {
	return new Promise(resolve => {
		const {depth} = showing;
		const store = new Store<Session, Action>(session, reduce, showing.recording.keep);
		const stage = new Stage(terminal, createElement(App, {store, depth}), () => insetOf(store.get(), depth));
		const effects = new Effects(terminal, stage, store, showing, code => {
			clearInterval(clock);
			showing.recording.end(store.get());
			resolve(code);
		});
		// What is done is done now, not when the clock ticked last; nothing else happens with it.
		const act = (action: Action) => {
			store.dispatch({type: 'tick', now: showing.now(), beforeKey: true});
			store.dispatch(action);
		};
		const perform = (intent: Intent) => {
			if (!isEffect(intent)) act(intent);
			else if (intent.type === 'quit' && asksToQuit(store.get()))
				store.dispatch({type: 'open', panel: 'quit'});
			else effects.perform(intent);
		};
		const mouse = new Mouse(store.get, perform);
		const input = new Input(stage.feed, {
			typing: () => fieldOf(store.get()) !== undefined,
			key: key => interpret(store.get(), key).forEach(perform),
			mouse: event => mouse.take(event),
			report: text => effects.report(text),
		});
		store.subscribe(stage.schedule);
		store.subscribe(() => {
			terminal.mouse = store.get().mouse;
		});
		const clock = setInterval(() => {
			store.dispatch({type: 'tick', now: showing.now()});
			void effects.lookAtFile();
		}, tick);
		// What was typed before a question could be read is no answer to it.
		let isUnread = session.panel !== undefined && !showing.resumes;
		terminal.attend({
			events: events => input.take(isUnread ? events.filter(isInterrupt) : events),
			resized(size) {
				store.dispatch({type: 'resize', size});
				stage.resize(size);
			},
			returned() {
				stage.open = true;
			},
			ending(code) {
				showing.recording.end(store.get());
				showing.part(code);
			},
		});
		isUnread = false;
		if (showing.resumes) for (const type of ['close', 'resume'] as const) act({type});
		effects.begin();
	});
}

function isInterrupt(event: TerminalEvent): boolean {
	return event.type === 'key' && event.key === 'ctrl+c';
}

/** What stands between Ink's rows, unless those are all there is. */
function insetOf(session: Session, depth: Depth): Inset | undefined {
	const {theme, characters} = session;
	if (pageOver(session) || arrangementOf(session).kind === 'tiny') return undefined;
	return bodyOf(session, {theme: themeOf(theme, depth), characters});
}

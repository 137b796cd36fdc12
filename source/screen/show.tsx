/** Runs the screen: terminal events become actions, the session becomes frames. */
import {type Instance, render} from 'ink';
import {type Effect, isEffect} from '../session/action.js';
import {headerRows} from '../session/arrange.js';
import {intentOf} from '../session/keys.js';
import {verdictOf} from '../session/prospects.js';
import type {Session} from '../session/session.js';
import {Store} from '../session/store.js';
import {arrangementOf} from '../session/view.js';
import type {TerminalEvent} from '../terminal/event.js';
import {Feed} from '../terminal/feed.js';
import type {Overlay} from '../terminal/frame.js';
import type {Terminal} from '../terminal/life.js';
import {FrameSink} from '../terminal/sink.js';
import {App} from './app.js';
import {drawingRows} from './drawing.js';
import type {Style} from './line.js';
import {outcomeLook} from './theme.js';

/** Milliseconds between two looks at the clock. */
const tick = 1000;

/** Shows `session` in an entered terminal until the person quits; the answer is the exit code. */
export function show(terminal: Terminal, session: Session, style: Style): Promise<number> {
	return new Promise(resolve => {
		const store = new Store(session);
		const feed = new Feed();
		const sink = new FrameSink(
			terminal.size,
			() => overlay(store.get(), style),
			bytes => terminal.send(bytes),
		);
		const ink = mount(store, style, sink, feed);
		ink.waitUntilExit().catch(error => terminal.die(70, error));
		const clock = setInterval(() => store.dispatch({type: 'tick', now: Date.now()}), tick);
		const unsubscribe = store.subscribe(() => sink.schedule());

		const perform = (effect: Effect) => {
			switch (effect.type) {
				case 'quit':
					clearInterval(clock);
					unsubscribe();
					sink.open = false;
					terminal.close();
					ink.unmount();
					resolve(effect.code);
					return;
				case 'suspend':
					sink.open = false;
					terminal.suspend();
					return;
				case 'redraw':
					sink.redraw();
					return;
			}
		};

		terminal.attend({
			events(events) {
				for (const event of events) handle(event);
			},
			resized(size) {
				store.dispatch({type: 'resize', size});
				sink.resize(size);
			},
			returned() {
				store.dispatch({type: 'resize', size: terminal.size});
				sink.resize(terminal.size);
				sink.open = true;
			},
			ending() {},
		});

		function handle(event: TerminalEvent): void {
			if (event.type !== 'key') return;
			const intent = intentOf(event.key);
			if (!intent) return;
			if (isEffect(intent)) perform(intent);
			else store.dispatch(intent);
		}
	});
}

function mount(store: Store, style: Style, sink: FrameSink, feed: Feed): Instance {
	return render(<App store={store} style={style} />, {
		// Ink uses only the parts of a stream that these two have.
		stdout: sink as unknown as NodeJS.WriteStream,
		stdin: feed as unknown as NodeJS.ReadStream,
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
}

/** The drawing, over the empty box that the screen leaves for it. */
function overlay(session: Session, {theme}: Style): Overlay | undefined {
	const {kind, view} = arrangementOf(session);
	if (session.panel || kind === 'tiny') return undefined;
	const walked = session.run.state === 'ended' ? outcomeLook(verdictOf(session).outcome) : 'walked';
	return {y: headerRows, width: view.width, rows: drawingRows(session, theme, walked)};
}

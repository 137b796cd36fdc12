/** Runs the screen: terminal events become actions, the session becomes frames. */
import {createElement} from 'react';
import {type Action, type Effect, isEffect} from '../session/action.js';
import {headerRows} from '../session/arrange.js';
import {intentOf} from '../session/keys.js';
import {verdictOf} from '../session/prospects.js';
import {reduce} from '../session/reduce.js';
import type {Session} from '../session/session.js';
import {Store} from '../session/store.js';
import {arrangementOf} from '../session/view.js';
import type {TerminalEvent} from '../terminal/event.js';
import type {Overlay} from '../terminal/frame.js';
import type {Terminal} from '../terminal/life.js';
import {App} from './app.js';
import {drawingRows} from './drawing.js';
import type {Style} from './line.js';
import {Stage} from './stage.js';
import {outcomeLook} from './theme.js';

/** Milliseconds between two looks at the clock. */
const tick = 1000;

/** Shows `session` in an entered terminal until the person quits; the answer is the exit code. */
export function show(terminal: Terminal, session: Session, style: Style): Promise<number> {
	return new Promise(resolve => {
		const store = new Store<Session, Action>(session, reduce);
		const stage = new Stage(terminal, createElement(App, {store, style}), () => overlay(store.get(), style));
		const clock = setInterval(() => store.dispatch({type: 'tick', now: Date.now()}), tick);
		store.subscribe(stage.schedule);

		const perform = (effect: Effect) => {
			switch (effect.type) {
				case 'quit':
					clearInterval(clock);
					terminal.close();
					stage.close();
					resolve(effect.code);
					return;
				case 'suspend':
					stage.open = false;
					terminal.suspend();
					return;
				case 'redraw':
					stage.redraw();
					return;
			}
		};

		const handle = (event: TerminalEvent) => {
			const intent = event.type === 'key' ? intentOf(event.key) : undefined;
			if (!intent) return;
			if (isEffect(intent)) perform(intent);
			else store.dispatch(intent);
		};

		terminal.attend({
			events: events => events.forEach(handle),
			resized(size) {
				store.dispatch({type: 'resize', size});
				stage.resize(size);
			},
			returned() {
				store.dispatch({type: 'resize', size: terminal.size});
				stage.resize(terminal.size);
				stage.open = true;
			},
			ending() {},
		});
	});
}

/** The drawing, over the empty box that the screen leaves for it. */
function overlay(session: Session, {theme}: Style): Overlay | undefined {
	const {kind, view} = arrangementOf(session);
	if (session.panel || kind === 'tiny') return undefined;
	const walked = session.run.state === 'ended' ? outcomeLook(verdictOf(session).outcome) : 'walked';
	return {y: headerRows, width: view.width, rows: drawingRows(session, theme, walked)};
}

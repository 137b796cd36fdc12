/** The only way a session changes. */
import type {Action} from './action.js';
import * as look from './look.js';
import {fold, openPanel, scroll} from './panels.js';
import type {Session} from './session.js';
import {held} from './view.js';
import * as walk from './walk.js';

/** The session after `action`; the view stays inside the drawing. */
export function reduce(session: Session, action: Action): Session {
	// The clock ticks without the person, so it wipes nothing away.
	if (action.type === 'tick') return session.now === action.now ? session : {...session, now: action.now};
	const quiet = session.notice ? {...session, notice: undefined} : session;
	return held(session.panel ? inPanel(quiet, action) : changed(quiet, action));
}

function inPanel(session: Session, action: Action): Session {
	switch (action.type) {
		case 'pick':
			return scroll(session, action.by);
		case 'page':
			return scroll(session, Math.round(action.y * 10));
		case 'pan':
			return scroll(session, action.y);
		case 'advance':
		case 'close':
			return {...session, panel: undefined};
		case 'open':
		case 'resize':
		case 'tell':
			return changed(session, action);
		default:
			return changed({...session, panel: undefined}, action);
	}
}

function changed(session: Session, action: Action): Session {
	switch (action.type) {
		case 'advance':
			return walk.advance(session);
		case 'choose':
			return walk.take(session, action.number);
		case 'pick':
			return walk.pick(session, action.by);
		case 'run on':
			return walk.runOn(session);
		case 'back':
			return walk.stepBack(session);
		case 'forward':
			return walk.stepForward(session);
		case 'restart':
			return walk.beginAgain(session);
		case 'pan':
			return look.pan(session, action.x, action.y);
		case 'page':
			return look.page(session, action.x, action.y);
		case 'edge':
			return look.edge(session, action.x);
		case 'show':
			return look.showEnd(session, action.what);
		case 'centre':
			return look.centre(session);
		case 'follow':
			return look.follow(session);
		case 'zoom':
			return look.zoom(session, action.by);
		case 'fit':
			return look.fit(session);
		case 'lane':
			return look.showLane(session, action.by);
		case 'open':
			return openPanel(session, action.panel);
		case 'fold':
			return fold(session, action.part);
		case 'close':
			return {...session, picked: undefined};
		case 'resize':
			return walk.followed({...session, size: action.size});
		case 'tick':
			return session;
		case 'tell':
			return {...session, notice: {text: action.text, urgent: false}};
	}
}

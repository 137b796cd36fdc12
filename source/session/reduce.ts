/** The only way a session changes. */

import type {Moment} from '../drill/seconds.js';
import {type Action, isGentle, movesToken} from './action.js';
import {keptInSight} from './anchor.js';
import {isWindow} from './arrange.js';
import {click, point} from './click.js';
import {clocked} from './clock.js';
import {remembered} from './fields.js';
import {inPanel} from './in-panel.js';
import {keyFor} from './key-names.js';
import * as look from './look.js';
import {toggleBreakpoint, withdraw} from './notes.js';
import {
	closePanel,
	fieldOf,
	foldOutcomes,
	hasRoom,
	layerOf,
	openPanel,
	pageOver,
	questionOf,
	resized,
} from './panels.js';
import {read, readHere} from './reading.js';
import {cover, dim, pause, resume} from './rehearse.js';
import {missed, reload} from './reload.js';
import {lookOn} from './search.js';
import {type Auto, type Notice, type Session, told} from './session.js';
import {guideWords, mouseWords} from './status.js';
import {held} from './view.js';
import * as walk from './walk.js';

/** Whether `action` takes away a word that was there to be read: what comes without the person does not, or does nothing. */
function wipes({notice, panel}: Session, {type}: Action): boolean {
	// What was said of the window may no longer be so.
	if (type === 'resize') return notice?.urgent !== true;
	return (
		type !== 'theme' && (panel !== undefined || (type !== 'type' && type !== 'amend' && type !== 'submit'))
	);
}

/** The session after `action`; the view stays inside the drawing. */
export function reduce(session: Session, action: Action): Session {
	if (action.type === 'tick') return ticked(session, action.now, action.beforeKey);
	const {notice} = session;
	const quiet = notice && wipes(session, action) ? {...session, notice: notice.next} : session;
	const {panel} = quiet;
	const taken = panel && inPanel(quiet, panel, action);
	if (taken) return settled(quiet, standing(quiet, taken));
	// That is said before what else a move may want, a branch or a reason.
	if (quiet.drill.pausedAt !== undefined && movesToken(action)) return settled(quiet, refused(quiet));
	const closes = layerOf(panel?.name) !== undefined && !isGentle(action);
	return settled(quiet, standing(quiet, changed(closes ? {...quiet, panel: undefined} : quiet, action)));
}

/** While the clock is stopped no token moves: what followed would all have happened at one time. */
function standing(before: Session, after: Session): Session {
	const isStopped = before.drill.pausedAt !== undefined && after.drill.pausedAt !== undefined;
	if (!isStopped || after.run === before.run || after.diagram !== before.diagram) return after;
	return refused(before);
}

function refused(session: Session): Session {
	const way = isWindow(session.size) ? keyFor(session, 'pause') : '`pause`';
	return told(session, `paused: ${way} lets the clock go on`, true);
}

/** Whether to go up means the steps so far, since there is nothing to pick. */
function looksBack({run, panel, size}: Session, by: number): boolean {
	return by < 0 && run.state !== 'choosing' && !panel && isWindow(size) && hasRoom('trail', size);
}

/** What every change is followed by: the clock, the view inside the drawing, the words that still wait to be read. */
function settled(before: Session, after: Session): Session {
	const [waiting, {notice}] = [before.notice, after];
	const told = waiting && notice !== waiting ? {...after, notice: behind(notice, waiting)} : after;
	return held(clocked(before, remembered(before, parted(before, told))));
}

/** `after`, where it is told that the run has left what it followed, if nothing else is. */
function parted(before: Session, after: Session): Session {
	const wasOn = guideWords(before);
	// Who came to its end has gone along it.
	if (wasOn === '' || before.run.state === 'ended' || guideWords(after) === wasOn) return after;
	return after.notice === before.notice ? told(after, `${wasOn} was left`) : after;
}

function behind(notice: Notice | undefined, waiting: Notice): Notice {
	return notice ? {...notice, next: notice.next ? behind(notice.next, waiting) : waiting} : waiting;
}

/** The clock ticks without the person: it wipes no word away that may not have been read. */
function ticked(session: Session, now: Moment, isBeforeKey = false): Session {
	const later = {...session, now};
	const {auto} = later;
	return auto && !isBeforeKey && isDue(later, auto) ? played(later, auto) : settled(session, later);
}

/** Milliseconds by which a tick may come before its time; a step waits for no other one. */
const early = 50;

/** Whether a step is made now. Nothing moves while the person writes or reads a page, or the clock stands. */
function isDue(session: Session, {next}: Auto): boolean {
	const isElsewhere = fieldOf(session) ?? questionOf(session) ?? pageOver(session);
	return session.now.steady >= next - early && !isElsewhere && session.drill.pausedAt === undefined;
}

/** A step made without the person. A word that stood from the last one on gives way to the place, unless it is urgent. */
function played(session: Session, {every, said}: Auto): Session {
	const {notice, now} = session;
	const isOld = notice !== undefined && notice === said && !notice.urgent;
	const quiet = isOld ? {...session, notice: notice.next} : session;
	const auto = {every, next: now.steady + every, said: quiet.notice};
	return settled(quiet, walk.advance({...quiet, auto}));
}

function changed(session: Session, action: Action): Session {
	switch (action.type) {
		case 'advance':
			return walk.advance(session);
		case 'choose':
			return walk.take(session, action.number);
		case 'pick':
			return looksBack(session, action.by) ? openPanel(session, 'trail') : walk.pick(session, action.by);
		case 'run on':
			return walk.runOn(session);
		case 'back':
			return walk.stepBack(session);
		case 'forward':
			return walk.stepForward(session);
		case 'restart':
			return walk.beginAgain(session);
		case 'jump':
			return walk.jumpTo(session, action.node);
		case 'next token':
			return walk.nextToken(session);
		case 'steer':
			return walk.steer(session, action.outcome);
		case 'random':
			return walk.randomStep(session);
		case 'random run':
			return walk.randomRun(session);
		case 'auto':
			return walk.play(session, action.every);
		case 'read': {
			const {split, join} = action;
			const reading = {...(split && {split}), ...(join && {join})};
			return action.here ? readHere(session, reading) : read(session, reading);
		}
		case 'pan':
			return look.pan(session, action.x, action.y);
		case 'page':
			return look.page(session, action.x, action.y);
		case 'edge':
			return look.edge(session, action.x);
		case 'show':
			return look.showEnd(session, action.what);
		case 'show node':
			return look.showFound(session, action.node);
		case 'centre':
			return look.centre(session);
		case 'follow':
			return look.follow(session);
		case 'zoom':
			return look.zoom(session, action.by);
		case 'fit':
			return look.fit(session);
		case 'fold lanes':
			return look.foldLanes(session);
		case 'lane':
			return look.showLane(session, action.by);
		case 'find':
			return lookOn(session, action.by);
		case 'withdraw':
			return withdraw(session);
		case 'breakpoint':
			return toggleBreakpoint(session);
		case 'dim':
			return dim(session);
		case 'coverage':
			return cover(session, action.unrehearsed);
		case 'pause':
			return pause(session);
		case 'resume':
			return resume(session);
		case 'open':
			return openPanel(session, action.panel, action.text);
		case 'fold outcomes':
			return foldOutcomes(session);
		case 'close':
			return closePanel(session);
		case 'click':
			return click(session, action.x, action.y);
		case 'point':
			return point(session, action.number);
		case 'resize':
			return keptInSight(session, look.refolded(resized(session, action.size)));
		case 'tell':
			return told(session, action.text, action.urgent);
		case 'theme':
			return {...session, theme: action.theme};
		case 'mouse':
			return told({...session, mouse: !session.mouse}, session.mouse ? 'mouse off' : mouseWords);
		case 'file':
			return missed(session, action.missing);
		case 'reload':
			return reload(session, action.source, action.diagram, action.problems);
		case 'type':
		case 'amend':
		case 'submit':
		case 'tick':
			return session;
	}
}

/** What lies on top of the screen, and what is folded away. */
import type {PanelName} from './action.js';
import type {Session} from './session.js';

/** Opens a panel, or closes it where it is open. */
export function openPanel(session: Session, name: PanelName): Session {
	if (session.panel?.name === name) return {...session, panel: undefined};
	if (name === 'problems' && session.problems.length === 0)
		return {...session, notice: {text: 'nothing is wrong with the file', urgent: false}};
	return {...session, panel: {name, at: 0}};
}

/** Scrolls the open panel; the screen stops at its last line. */
export function scroll(session: Session, by: number): Session {
	const {panel} = session;
	return panel ? {...session, panel: {...panel, at: Math.max(0, panel.at + by)}} : session;
}

export function fold(session: Session, part: 'trail' | 'outcomes'): Session {
	const folded = new Set(session.folded);
	if (!folded.delete(part)) folded.add(part);
	return {...session, folded};
}

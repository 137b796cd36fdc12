/** What the footer says about keys. */
import type {Hint, Moment} from './keys.js';
import {layerOf} from './panels.js';
import type {Session} from './session.js';

/** The hints for now, in the order of the keymap. */
export function hintsOf(session: Session): readonly Hint[] {
	const moment: Moment = layerOf(session.panel?.name) ?? session.run.state;
	return session.bindings.flatMap(({hint}) => (hint?.when.includes(moment) ? [hint] : []));
}

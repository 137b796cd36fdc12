/** Which parts of the drawing stand out. */
import type {Light} from '../canvas/canvas.js';
import {choices} from '../run/choices.js';
import {walked} from '../run/walked.js';
import {here, type Session} from './session.js';

/** The walked route, the tokens, and what is under the reader's attention. */
export function lightOf(session: Session): Light {
	const {run} = session;
	const {nodes, edges} = walked(run);
	const at = here(session);
	const tokens = new Set(Array.from(run.tokens, token => token.node));
	if (tokens.size === 0 && at !== undefined) tokens.add(at);
	const picked = session.picked === undefined ? undefined : choices(run)[session.picked];
	const marked = new Set<string>();
	if (picked?.edge) marked.add(picked.edge);
	if (picked?.node) marked.add(picked.node);
	return {nodes, edges, tokens, marked};
}

/** Which parts of the drawing stand out. */
import {dark, type Light} from '../canvas/canvas.js';
import {choices} from '../run/choices.js';
import {standing, walked} from '../run/walked.js';
import {keyFor} from './key-names.js';
import {isWalked, routePicked} from './routes.js';
import {foundNow, here, laneAsked, type Session} from './session.js';

/**
 * The walked route, or the one picked in the list of routes; the tokens; what is under the reader's attention. In a blind
 * drill nothing is drawn but what was walked: a branch that is picked is no more than a line of the list.
 */
export function lightOf(session: Session): Light {
	const light = {...lit(session), breakpoints: session.breakpoints, lane: laneAsked(session)};
	if (!session.drill.blind) return light;
	const {nodes, edges} = walked(session.run);
	const marked = [...(light.marked ?? [])].filter(id => nodes.has(id) || edges.has(id));
	return {...light, marked: new Set(marked), only: true};
}

function lit(session: Session): Light {
	const {run} = session;
	const at = here(session);
	const stood = standing(run);
	const tokens = new Set(stood.tokens);
	if (at !== undefined) tokens.add(at);
	const standings = {tokens, resting: restingIn(session, tokens)};
	const route = routePicked(session);
	if (route) return {nodes: new Set(route.nodes), edges: new Set(route.edges), ...standings};
	if (session.shade === 'coverage') return {...dark, ...standings, marked: session.unrehearsed};
	return {...stood, ...standings, marked: marks(session)};
}

/** Where tokens stand beside the one that moves. */
function restingIn(session: Session, tokens: ReadonlySet<string>): ReadonlySet<string> | undefined {
	const at = here(session);
	if (at === undefined || tokens.size < 2) return undefined;
	return new Set([...tokens].filter(node => node !== at));
}

/** What the drawing shows, where that is not what was walked as it is; empty where it is. */
export function lightWords(session: Session): string {
	const route = routePicked(session);
	if (route && !isWalked(session.run, route)) return `drawn is route ${route.number}, not what was walked`;
	const switched = (word: string) => `(${keyFor(session, 'palette')}${word})`;
	switch (session.shade) {
		case 'coverage':
			return `marked: never rehearsed ${switched('coverage')}`;
		case 'dim':
			return `dimmed: not walked ${switched('dim')}`;
		case 'none':
			return '';
	}
}

function marks(session: Session): ReadonlySet<string> {
	const marked = new Set<string>();
	const found = foundNow(session);
	if (found !== undefined) return marked.add(found);
	const picked = session.picked === undefined ? undefined : choices(session.run)[session.picked];
	if (picked?.edge) marked.add(picked.edge);
	if (picked?.node) marked.add(picked.node);
	return marked;
}

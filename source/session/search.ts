/** Finding nodes by their words. */
import {foldings} from '../canvas/typed.js';
import type {Diagram, Node} from '../diagram/diagram.js';
import {showNode} from './look.js';
import {openPanel} from './panels.js';
import {type Found, foundNow, isKnown, type Session, told} from './session.js';

/**
 * Ids of the nodes whose label, id, lane or attributes hold `query` as they are shown, or the label of a way out of them:
 * those that are called so, then those of the ways, then those that are only of such a lane; each in file order.
 */
function search(diagram: Diagram, query: string): readonly string[] {
	if (query.trim() === '') return [];
	const holds = holding(query);
	const called = diagram.nodes.filter(node => textsOf(node).some(holds));
	const before = diagram.nodes.filter(({id}) => diagram.out(id).some(({label}) => holds(label)));
	const others = diagram.nodes.filter(node => {
		const {id, name} = diagram.lane(node.lane);
		return holds(id) || holds(name);
	});
	return Array.from(new Set([...called, ...before, ...others]), ({id}) => id);
}

function textsOf({label, id, attributes}: Node): string[] {
	return [label, id, ...attributes.values()];
}

/** Whether a text holds `query`, as it is shown. */
function holding(query: string): (text: string) => boolean {
	const wanted = foldings.map(fold => [fold, fold(query)] as const);
	return text => wanted.some(([fold, part]) => fold(text).includes(part));
}

/** The same of those nodes that may be named. */
export function nodesCalled(session: Session, query: string): readonly string[] {
	const known = isKnown(session);
	return search(session.diagram, query).filter(id => known({id}));
}

/** The session with what `query` finds, the first of it in sight. */
export function look(session: Session, query: string): Session {
	const nodes = nodesCalled(session, query);
	const [first] = nodes;
	const found = query.trim() === '' ? undefined : {query, nodes, at: 0, holds: true};
	const back = session.panel ? {...session, camera: session.panel.before.camera} : session;
	return first === undefined ? {...back, found} : showNode({...session, found}, first);
}

/** What was found, looked for again in a diagram that was changed; the one shown stays where it is still found. */
export function foundAgain(session: Session, found: Found | undefined): Found | undefined {
	const {diagram} = session;
	if (!found) return undefined;
	const known = isKnown(session);
	const ids = found.query.trim() === '' ? found.nodes : search(diagram, found.query);
	const nodes = ids.filter(id => diagram.has(id) && known({id}));
	return {...found, nodes, at: Math.max(0, nodes.indexOf(found.nodes[found.at] ?? ''))};
}

/** The next (1) or previous (-1) node that was found, round and round; where none is marked, -1 opens the notes. */
export function lookOn(session: Session, by: 1 | -1): Session {
	const {found} = session;
	if (opensNotes(session, by)) return openPanel(session, 'notes');
	if (!found || found.nodes.length === 0)
		return told(session, 'nothing was found: / finds by label, id, lane or attribute', true);
	const at = (found.at + by + found.nodes.length) % found.nodes.length;
	const next = showNode({...session, found: {...found, at, holds: true}}, found.nodes[at] ?? '');
	return told(next, foundWords(next));
}

/** Whether the key of what was found before lists the notes: no search is under way. */
export function opensNotes(session: Session, by: 1 | -1): boolean {
	return by < 0 && foundNow(session) === undefined;
}

/** `2 of 3: Roll back (n17)`; where only a way out of it is called so, that way too. */
export function foundWords({found, diagram}: Session): string {
	const id = found?.nodes[found.at];
	if (!found || id === undefined) return '';
	const node = diagram.node(id);
	const holds = holding(found.query);
	const way = textsOf(node).some(holds) ? undefined : diagram.out(id).find(({label}) => holds(label));
	const because = way ? `, its way “${way.label}”` : '';
	return `${found.at + 1} of ${found.nodes.length}: ${node.label} (${id})${because}`;
}

/** What nodes are called on the screen. */
import {harmless} from '../text.js';
import type {Session} from './session.js';

/** The label of a node; where it is drawn by its id alone, behind that. */
export function nameOf({diagram, drawing}: Pick<Session, 'diagram' | 'drawing'>, id: string): string {
	const {label} = diagram.node(id);
	return harmless(drawing.sight.zoom === 'ids' ? `${id} ${label}`.trim() : label);
}

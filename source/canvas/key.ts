/** What the ids in a small drawing stand for. */
import {keptApart} from '../bidi.js';
import type {Diagram, Node} from '../diagram/diagram.js';
import type {Layout} from '../layout/geometry.js';
import {asked, harmless, pad, widest} from '../text.js';
import {wrap} from '../wrap.js';
import type {CharacterSet} from './canvas.js';
import {written} from './signs.js';

/** Columns that a text gets at least. */
const leastColumns = 20;

/** The key of a drawing that names nodes by their ids alone, in lines of `columns`; nothing of any other. */
export function keyUnder(diagram: Diagram, layout: Layout, columns: number, set: CharacterSet): string[] {
	return showsIds(layout) ? keyOf(diagram, columns, set) : [];
}

function showsIds({nodes}: Layout): boolean {
	return nodes.some(({framed, lines}) => !framed && Boolean(lines[0]));
}

/** Labels and ways out of all nodes, lane by lane, in lines of `columns`. */
function keyOf(diagram: Diagram, columns: number, set: CharacterSet): string[] {
	const ids = widest(diagram.nodes.map(({id}) => harmless(id)));
	const indent = ids + 4;
	const lines = diagram.lanes.flatMap(lane => [
		'',
		harmless(lane.name),
		...diagram.members(lane.id).flatMap(node => {
			const [first = '', ...others] = wrap(
				meaningOf(diagram, node),
				Math.max(leastColumns, columns - indent),
			);
			return [`  ${pad(harmless(node.id), ids)}  ${first}`, ...others.map(line => ' '.repeat(indent) + line)];
		}),
	]);
	return lines.map(line => `${keptApart(written(line, set)).trimEnd()}\n`);
}

/** A label; behind it the branches, as they are called. */
function meaningOf(diagram: Diagram, {id, label}: Node): string {
	const ways = diagram.out(id).filter(way => way.label !== '');
	if (ways.length === 0) return harmless(label);
	return harmless(`${asked(label)} ${ways.map(way => `${way.label} → ${way.to}`).join(' · ')}`);
}

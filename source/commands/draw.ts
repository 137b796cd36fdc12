/** `draw`: the lanes as text or geometry. */
import {paint} from '../canvas/paint.js';
import {type Spread, type Zoom, zooms} from '../layout/geometry.js';
import {layOut} from '../layout/layout.js';
import type {Command} from './command.js';
import {load} from './load.js';

export const draw: Command = {
	name: 'draw',
	summary: 'print the lanes',
	operands: 'FILE',
	options: {
		ascii: {type: 'boolean', help: 'draw with ASCII characters only'},
		format: {type: 'string', oneOf: ['text', 'json'], help: 'text (the default), or the geometry in cells'},
		zoom: {type: 'string', oneOf: zooms, help: 'how much of a box is shown'},
		spread: {
			type: 'string',
			oneOf: ['packed', 'flow'],
			help: 'lanes all from the left, or time to the right across lanes',
		},
		wrap: {type: 'string', value: 'N', help: 'wrap labels at N columns (18)'},
	},
	examples: [['flowzap-tui draw blue-green.fz', 'the drawing, as text']],
	async run(world, given) {
		const loaded = await load(world, given.words[0] ?? '-');
		if ('exit' in loaded) return loaded.exit;
		const layout = layOut(loaded.diagram, {
			zoom: (given.value('zoom') ?? 'full') as Zoom,
			spread: (given.value('spread') ?? 'packed') as Spread,
			wrap: given.number('wrap', 1) ?? 18,
		});
		await world.write(paint(layout, given.flag('ascii') ? 'ascii' : 'unicode').text());
		return 0;
	},
};

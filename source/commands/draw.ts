/** `draw`: the lanes as text, geometry or picture. */
import type {Command} from './command.js';

export const draw: Command = {
	name: 'draw',
	summary: 'print the lanes',
	operands: 'FILE',
	options: {},
	examples: [['flowzap-tui draw blue-green.fz', 'the drawing, as text']],
	async run() {
		return 0;
	},
};

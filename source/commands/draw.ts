/** `draw`: the lanes as text, as geometry or as a picture. */
import {basename} from 'node:path';
import {type CharacterSet, dark, type Light} from '../canvas/canvas.js';
import {geometryOf} from '../canvas/geometry-json.js';
import {keyUnder} from '../canvas/key.js';
import {paint} from '../canvas/paint.js';
import type {Diagram} from '../diagram/diagram.js';
import {layOutWithin} from '../layout/fit.js';
import {type Layout, type LayoutOptions, sightOf, spreads, zooms} from '../layout/geometry.js';
import {layOut} from '../layout/layout.js';
import {json} from '../text.js';
import type {World} from '../world.js';
import {charactersFor, columnsFor} from './characters.js';
import type {Arguments, Command} from './command.js';
import {fileOf, load} from './load.js';
import {writePieces} from './pieces.js';

interface Drawn {
	readonly diagram: Diagram;
	readonly name: string;
	readonly layout: Layout;
	readonly light: Light;
	readonly characters: CharacterSet;
	/** Of a line of text under the drawing. */
	readonly columns: number;
}

/** The forms of a drawing. A new one is an entry here; what few ask for is loaded when it is. */
const formats: Readonly<Record<string, (drawn: Drawn) => Iterable<string> | Promise<Iterable<string>>>> = {
	text: function* ({diagram, layout, light, characters, columns}) {
		yield* paint(layout, characters).lines(light);
		yield* keyUnder(diagram, layout, columns, characters);
	},
	json: ({diagram, layout}) => [
		`${json({schema: 'flowzap-tui/geometry/1', ...geometryOf(diagram, layout)}, '\t')}\n`,
	],
	svg: async ({diagram, layout, name, light}) => {
		const {svgOf} = await import('../canvas/svg.js');
		const {descriptionOf} = await import('../canvas/description.js');
		return [svgOf(layout, basename(name), descriptionOf(diagram, light), light)];
	},
};

export const draw: Command = {
	name: 'draw',
	summary: 'print the lanes, as text, as a picture or as data',
	operands: 'FILE',
	options: {
		zoom: {type: 'string', oneOf: zooms, help: 'how much of a box is shown'},
		wrap: {
			type: 'string',
			value: 'N',
			help: `wrap labels at N columns (${sightOf('full').wrap}; compact: ${sightOf('compact').wrap})`,
		},
		width: {type: 'string', value: 'N', help: 'the most readable drawing that fits into N columns'},
		fold: {
			type: 'string',
			value: 'N',
			help: 'at most N boxes side by side; what stands behind them goes on below',
		},
		spread: {
			type: 'string',
			oneOf: spreads,
			help: 'start every lane at the left, or let time run to the right across lanes',
		},
		choose: {
			type: 'string',
			multiple: true,
			value: 'DECISIONS',
			help: 'light up the route of these decisions: NODE=LABEL, divided by commas',
		},
		format: {
			type: 'string',
			oneOf: Object.keys(formats),
			help: 'text (the default), the geometry in cells, or a picture',
		},
	},
	examples: [
		[
			'flowzap-tui draw blue-green.fz',
			'the whole drawing, as wide as it comes; in a terminal, as wide as that',
		],
		['flowzap-tui draw blue-green.fz --width 80', 'the most readable drawing of at most 80 columns'],
		[
			'flowzap-tui draw blue-green.fz --choose n7=Blue,n11=No --format svg > rollback.svg',
			'a picture with the route to a rollback lit',
		],
	],
	async run(world, given) {
		const loaded = await load(world, fileOf(given));
		if ('exit' in loaded) return loaded.exit;
		const {diagram, source} = loaded;
		const drawn: Drawn = {
			diagram,
			name: source.name,
			layout: layoutFor(world, given, diagram),
			light: await lightFor(given, diagram),
			characters: charactersFor(world),
			columns: given.number('width', 1) ?? columnsFor(world),
		};
		await writePieces(world, (await formats[given.value('format') ?? 'text']?.(drawn)) ?? []);
		return 0;
	},
};

/** The layout asked for; without a word on its size, the one that fits the terminal there may be. */
function layoutFor(world: World, given: Arguments, diagram: Diagram): Layout {
	const zoom = zooms.find(name => name === given.value('zoom'));
	const spread = spreads.find(name => name === given.value('spread'));
	const wrap = given.number('wrap', 1);
	const fold = given.number('fold', 1);
	const options: Partial<LayoutOptions> = {
		...(zoom && {zoom}),
		...(spread && {spread}),
		...(wrap !== undefined && {wrap}),
		...(fold !== undefined && {fold}),
	};
	const terminal = world.output.isTerminal && !given.value('format') ? world.output.columns : undefined;
	const columns =
		given.number('width', 1) ?? (zoom || wrap !== undefined || fold !== undefined ? undefined : terminal);
	if (!columns) return layOut(diagram, options);
	const layout = layOutWithin(diagram, columns, options);
	if (layout.width > columns && !terminal)
		world.complain(
			`flowzap-tui: the narrowest drawing${zoom ? ` at zoom ${zoom}` : ''} takes ${layout.width} columns\n`,
		);
	return layout;
}

/** What the decisions given walk through. */
async function lightFor(given: Arguments, diagram: Diagram): Promise<Light> {
	if (given.values('choose').length === 0) return dark;
	return (await import('./choose.js')).chosenLight(given, diagram);
}

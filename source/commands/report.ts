/** `report`: what drills came to, for those who were not there. */
import type {Canvas, Light} from '../canvas/canvas.js';
import {paint} from '../canvas/paint.js';
import {accountOf} from '../drill/account.js';
import {type CastFrame, castOf} from '../drill/formats/cast.js';
import {jsonReport} from '../drill/formats/json.js';
import {markdownReport} from '../drill/formats/markdown.js';
import {layOut} from '../layout/layout.js';
import type {Run} from '../run/run.js';
import {walked} from '../run/walked.js';
import {charactersFor} from './characters.js';
import {type Command, UsageError} from './command.js';
import {filesOf} from './files.js';
import {outcomeOption, overridesGiven} from './question.js';
import {loadRecord, type Recorded} from './record.js';

export const report: Command = {
	name: 'report',
	summary: 'the after-action report of recorded drills',
	operands: 'RECORD…',
	options: {
		format: {
			type: 'string',
			oneOf: ['markdown', 'json', 'cast'],
			help: 'markdown (the default), json, or an asciicast of one drill with a marker at each decision',
		},
		ascii: {type: 'boolean', help: 'draw with ASCII characters only'},
		outcome: outcomeOption,
	},
	examples: [
		['flowzap-tui report drill.jsonl', 'the report, as Markdown'],
		['flowzap-tui report drill.jsonl --format cast > drill.cast', 'then: asciinema play drill.cast'],
	],
	async run(world, given) {
		const paths = await filesOf(world, given.words);
		if (paths.length === 0) throw new UsageError('name a record, or several');
		const format = given.value('format') ?? 'markdown';
		if (format === 'cast' && paths.length > 1)
			throw new UsageError('an asciicast holds one drill; name one record');
		const characters = charactersFor(world, given.flag('ascii'));
		let exit = 0;
		for (const path of paths) {
			const recorded = await loadRecord(world, path, {overrides: overridesGiven(given)});
			if ('exit' in recorded) {
				exit = Math.max(exit, recorded.exit);
				continue;
			}
			const {diagram, events, outcomes, replayed} = recorded;
			const account = accountOf(diagram, events, outcomes, replayed);
			if (format === 'json') {
				await world.write(jsonReport(account));
				continue;
			}
			const canvas = paint(layOut(diagram), characters);
			await world.write(
				format === 'cast'
					? castOf(account, framesOf(recorded, canvas))
					: markdownReport(account, canvas.text(lightOf(replayed.run))),
			);
		}
		return exit;
	},
};

function lightOf(run: Run): Light {
	const tokens = [...run.tokens, ...run.ended].map(({node}) => node);
	return {...walked(run), tokens: new Set(tokens)};
}

/** A frame for each thing that happened, the diagram as it stood then. */
function framesOf({diagram, events, outcomes, replayed}: Recorded, canvas: Canvas): CastFrame[] {
	let drawing = coloured(canvas, {nodes: new Set(), edges: new Set(), tokens: new Set()});
	return accountOf(diagram, events, outcomes, replayed).timeline.map(({seq, at, text, type}) => {
		const run = replayed.at.get(seq);
		if (run) drawing = coloured(canvas, lightOf(run));
		return {at, drawing, caption: text, ...(type === 'decide' && {marker: text})};
	});
}

/** The drawing with the way walked in colour: bold cyan, tokens bold yellow. */
function coloured(canvas: Canvas, light: Light): string {
	const colours = {plain: '', walked: '\x1b[1;36m', token: '\x1b[1;33m', marked: '\x1b[7m'};
	const rows = Array.from({length: canvas.height}, (_, y) =>
		canvas
			.row(y, 0, canvas.width, light)
			.map(({text, lit}) => (colours[lit] ? `${colours[lit]}${text}\x1b[0m` : text))
			.join('')
			.trimEnd(),
	);
	return rows.join('\n');
}

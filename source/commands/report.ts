/** `report`: what drills came to, for those who were not there. */
import type {CharacterSet} from '../canvas/canvas.js';
import {keyUnder} from '../canvas/key.js';
import {paint} from '../canvas/paint.js';
import {type Account, accountOf} from '../drill/account.js';
import type {Event} from '../drill/event.js';
import {type CastSize, castOf} from '../drill/formats/cast.js';
import {jsonReport} from '../drill/formats/json.js';
import {markdownReport} from '../drill/formats/markdown.js';
import {lastOriginIn} from '../drill/opening.js';
import {inSeconds} from '../drill/seconds.js';
import {layOutWithin} from '../layout/fit.js';
import type {Layout} from '../layout/geometry.js';
import {standing} from '../run/walked.js';
import {charactersFor, readable} from './characters.js';
import {type Arguments, type Command, UsageError} from './command.js';
import {filesOf} from './files.js';
import {filmOf} from './film.js';
import {writePieces} from './pieces.js';
import {outcomeOption, overridesGiven} from './question.js';
import {loadRecord, type Recorded} from './record.js';

/** Columns that a page has for the drawing in a report. */
const usualWidth = 120;

/** What there is to report, and how much room and which characters are there to show it. */
interface Reported {
	readonly recorded: Recorded;
	readonly accountIn: (events: readonly Event[]) => Account;
	/** Columns of the drawing in Markdown. */
	readonly width: number;
	readonly layoutOf: (recorded: Recorded) => Layout;
	/** The terminal of a cast. */
	readonly size: CastSize;
	readonly characters: CharacterSet;
}

/** The forms of a report, each in pieces. A new one is an entry here. */
const formats: Readonly<Record<string, (reported: Reported) => Iterable<string>>> = {
	markdown({recorded, accountIn, width, layoutOf, characters}) {
		const {diagram, events, replayed} = recorded;
		const layout = layoutOf(recorded);
		const drawing = [
			paint(layout, characters).text(standing(replayed.run)),
			...keyUnder(diagram, layout, width, characters),
		];
		const account = accountIn(inSeconds(events));
		return [readable(markdownReport(account, drawing.join('')), characters)];
	},
	json: ({recorded: {events}, accountIn}) => [jsonReport(accountIn(events))],
	cast({recorded, accountIn, size, characters}) {
		const account = accountIn(inSeconds(recorded.events));
		return castOf(account, filmOf(recorded, account, size, characters), size, characters);
	},
};

/** The format that an option is about, where that is one. */
const formatOf: Readonly<Record<string, string>> = {width: 'markdown', size: 'cast'};

export const report: Command = {
	name: 'report',
	summary: 'the after-action report of recorded drills',
	operands: 'RECORD...',
	options: {
		format: {
			type: 'string',
			oneOf: Object.keys(formats),
			help: 'markdown (the default), json, or an asciicast of one drill with a marker at each decision',
		},
		width: {
			type: 'string',
			value: 'N',
			help: `for Markdown: the most readable drawing that fits into N columns (${usualWidth})`,
		},
		size: {
			type: 'string',
			value: 'COLUMNSxROWS',
			help: 'for a cast: the terminal it is made for (80x24); the view follows the token',
		},
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
		for (const [name, its] of Object.entries(formatOf))
			if (given.value(name) !== undefined && its !== format)
				throw new UsageError(`--${name} is for --format ${its}; not for ${format}`);
		const characters = charactersFor(world);
		const size = sizeGiven(given);
		const width = given.number('width', 1) ?? usualWidth;
		const layoutOf = layouts(width);
		const reports: Iterable<string>[] = [];
		let exit = 0;
		for (const path of paths) {
			const recorded = await loadRecord(world, path, {overrides: overridesGiven(given)});
			if ('exit' in recorded) {
				exit = Math.max(exit, recorded.exit);
				continue;
			}
			const {diagram, outcomes, replayed, stands} = recorded;
			if (!stands) exit = Math.max(exit, 3);
			const accountIn = (events: readonly Event[]) => accountOf(diagram, events, outcomes, replayed);
			reports.push(formats[format]?.({recorded, accountIn, width, layoutOf, size, characters}) ?? []);
		}
		await writePieces(world, together(reports, format === 'json' && paths.length > 1));
		return exit;
	},
};

/** The drawing of each record in `width` columns; drills of one process have the same, made once. */
function layouts(width: number): (recorded: Recorded) => Layout {
	const known = new Map<string, Layout>();
	return ({diagram, events, replayed: {diverged}}) => {
		const followed = diverged ? events.filter(({seq}) => seq < diverged.seq) : events;
		const text = lastOriginIn(followed)?.text ?? '';
		const layout = known.get(text) ?? layOutWithin(diagram, width);
		known.set(text, layout);
		return layout;
	};
}

/** The reports one behind the other, as a list where they are JSON: several documents of that are none. */
function* together(reports: readonly Iterable<string>[], isList: boolean): Generator<string, void> {
	if (isList) yield '[';
	for (const [index, pieces] of reports.entries()) {
		if (isList && index > 0) yield ',';
		yield* pieces;
	}
	if (isList) yield ']\n';
}

/** The size of the terminal that `--size` names; a UsageError where it is none. */
function sizeGiven(given: Arguments): CastSize {
	const text = given.value('size') ?? '80x24';
	const [, columns, rows] = /^(\d{2,3})x(\d{2,3})$/.exec(text)?.map(Number) ?? [];
	if (columns === undefined || rows === undefined)
		throw new UsageError(`--size takes COLUMNSxROWS, from 10x10 to 999x999; not ${text}`);
	return {columns, rows};
}

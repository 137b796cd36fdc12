/** A session to its end: on the screen, or by questions and answers. */
import path from 'node:path';
import {momentOf} from '../drill/seconds.js';
import {keyFor} from '../session/key-names.js';
import type {Opening} from '../session/open.js';
import type {Terminal} from '../terminal/life.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import type {Appearance} from './appearance.js';
import type {Arguments, Command, ExitCode} from './command.js';
import {bidFarewell, recordingGiven} from './recording.js';
import {unrehearsed} from './rehearsals.js';

export const plainOption: Command['options'][string] = {
	type: 'boolean',
	help: 'walk by questions and answers, a line each, without a screen',
};

/** Whether the person wants questions and answers, a line each: by the option, or for good by the variable. */
export function isByLine({env}: World, given: Arguments): boolean {
	return given.flag('plain') || isYes(env.INK_SCREEN_READER);
}

/** Whether a variable says yes, as people write it. */
export function isYes(value = ''): boolean {
	return /^(1|true|yes|on)$/i.test(value);
}

/** Whether there is a terminal to draw on, with keys. */
export function isInteractive({input, output, env}: World): boolean {
	return output.isTerminal && env.TERM !== 'dumb' && input.hasKeys;
}

/** What every session begins with, whatever is rehearsed in it. */
export function openingOf(
	world: World,
	look: Appearance,
	{source, diagram, problems}: Pick<Opening, 'source' | 'diagram' | 'problems'>,
): Opening {
	const {bindings, characters, theme, complaints} = look;
	const name = path.basename(look.configFile);
	const {columns, rows} = world.output;
	return {
		source,
		diagram,
		problems,
		bindings,
		characters,
		theme,
		size: {columns, rows},
		now: momentOf(world),
		complaints: complaints.map(complaint => `${harmless(look.configFile)}: ${complaint}`),
		notices: mistakenWords(look).map(text => ({text: `${name}: ${text}`, urgent: true})),
	};
}

/** `5 mistakes (! tells all), the first: …`; none where nothing is wrong. */
function mistakenWords({complaints, ...keyboard}: Appearance): string[] {
	const [first, ...more] = complaints;
	if (first === undefined) return [];
	const all = `${complaints.length} mistakes (${keyFor(keyboard, 'problems')} tells all), the first: `;
	return [`${more.length > 0 ? all : ''}${first}`];
}

/** The session in questions and answers; `resumes` goes on with its unfinished drill at once. */
export async function byLine(
	world: World,
	given: Arguments,
	opening: Opening,
	resumes = false,
): Promise<ExitCode> {
	const {answerByLine} = await import('./plain.js');
	const recording = recordingGiven(world, given);
	return bidFarewell(world, recording, await answerByLine(world, opening, recording, resumes));
}

/**
 * The session on the screen; `resumes` goes on with its unfinished drill at once. The terminal is entered before Ink
 * is loaded, which takes longer: the keys of the meantime are kept.
 */
export async function onScreen(
	world: World,
	given: Arguments,
	opening: Opening,
	{themeIsOpen, complaints, configFile}: Appearance,
	{terminal, resumes = false}: {readonly terminal?: Terminal; readonly resumes?: boolean} = {},
): Promise<ExitCode> {
	const entered = terminal ?? new (await import('../terminal/life.js')).Terminal();
	const {start} = await import('../screen/start.js');
	const recording = recordingGiven(world, given);
	const part = (code: ExitCode): ExitCode => {
		// On the screen a question or a key may have taken their place before they were read.
		for (const complaint of complaints)
			world.complain(`flowzap-tui: ${harmless(`${configFile}: ${complaint}`)}\n`);
		return bidFarewell(world, recording, code);
	};
	const code = await start(
		entered,
		{...opening, size: entered.size, mouse: given.flag('mouse')},
		{
			env: world.env,
			themeIsOpen,
			recording,
			resumes,
			part,
			unrehearsed: session => unrehearsed(world, session),
			readFile: world.readFile,
			now: () => momentOf(world),
		},
	);
	return part(code);
}

/** The dry run by questions and answers. */
import type {World} from '../main.js';
import {isEffect} from '../session/action.js';
import {intentOfLine, plainBlock, plainPrompt} from '../session/plain.js';
import {reduce} from '../session/reduce.js';
import {type Opening, open} from '../session/session.js';
import {lines} from '../terminal/lines.js';
import type {ExitCode} from './command.js';
import type {Recorder} from './recorder.js';

/** Walks by lines of standard input until they end or the person quits. */
export async function answerByLine(
	world: World,
	opening: Opening,
	recording: Pick<Recorder, 'keep' | 'end'>,
): Promise<ExitCode> {
	let session = open(opening);
	const {unfinished} = session.drill;
	if (opening.notice) world.complain(`flowzap-tui: ${opening.notice.text}\n`);
	if (unfinished)
		await world.write(`There is an unfinished drill of ${unfinished.began}: \`resume\` goes on with it.\n`);
	const ask = () => world.write([...plainBlock(session), plainPrompt(session)].join('\n'));
	try {
		await ask();
		for await (const line of lines()) {
			// In a terminal the person sees what was typed; a transcript of a pipe needs it written.
			if (!world.input.isTerminal) await world.write(`${line.trim()}\n`);
			const intent = intentOfLine(line);
			if (!intent) await world.write(`That is not an answer here.\n${plainPrompt(session)}`);
			else if (isEffect(intent)) return intent.type === 'quit' ? intent.code : 0;
			else {
				session = recording.keep(session, reduce(session, intent));
				if (session.notice) await world.write(`(${session.notice.text})\n`);
				await ask();
			}
		}
		await world.write('\n');
		return 0;
	} finally {
		recording.end(session);
	}
}

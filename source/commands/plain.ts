/** The dry run by questions and answers. */
import {written} from '../canvas/signs.js';
import {clock} from '../drill/clock.js';
import {overtime} from '../session/clock.js';
import {standardKeys} from '../session/keys.js';
import {intentsOfLine} from '../session/lines.js';
import {type Opening, open} from '../session/open.js';
import {isPageName} from '../session/pages.js';
import {alarms, plainBlock, plainPrompt} from '../session/plain.js';
import {reduce} from '../session/reduce.js';
import type {Session} from '../session/session.js';
import {lines} from '../terminal/lines.js';
import type {World} from '../world.js';
import type {ExitCode} from './command.js';
import type {Recording} from './drilling.js';

/** Walks by lines of standard input until they end or the person quits; `resumes` goes on with an unfinished drill at once. */
export async function answerByLine(
	world: World,
	opening: Opening,
	recording: Recording,
	resumes = false,
): Promise<ExitCode> {
	// What there is to say first stands above the first question, so that no later answer brings it up. The words of lines
	// are those of the standard keys, whatever keymap a person has for the screen.
	let session: Session = {...open({...opening, bindings: standardKeys}), notice: undefined};
	const say = (text: string) => world.write(written(text, session.characters));
	const ask = (block: readonly string[]) => say([...block, plainPrompt(afterPage(session))].join('\n'));
	for (const {text} of opening.notices) world.complain(`flowzap-tui: ${text}\n`);
	try {
		if (resumes) {
			session = recording.keep(session, reduce({...session, panel: undefined}, {type: 'resume'}));
			await say(`(${session.notice?.text})\n`);
		}
		await ask(plainBlock(session));
		let code: ExitCode = 0;
		const stopped = (by: ExitCode) => {
			code = by;
		};
		for await (const line of lines(stopped)) {
			// In a terminal the person sees what was typed; a transcript of a pipe needs it written.
			if (!world.input.isTerminal) await say(`${line.trim()}\n`);
			const before = session;
			session = reduce(afterPage(session), {type: 'tick', now: world.now()});
			const late = overtime(session);
			if (late !== undefined) await say(`(${clock(late)} over the limit of this step)\n`);
			for (const intent of intentsOfLine(session, line)) {
				if (intent.type === 'quit') return intent.code;
				session = recording.keep(session, reduce(session, intent));
				// What cannot be done takes no text either.
				if (session.notice?.urgent) break;
			}
			if (session.notice) await say(`(${session.notice.text})\n`);
			await ask(tells(before, session) ? plainBlock(session) : alarms(session));
		}
		await say('\n');
		return code;
	} finally {
		recording.end(session);
	}
}

/** Whether there is something new to read: what stands above the last prompt is not said again. */
function tells(before: Session, after: Session): boolean {
	if (after.run !== before.run || after.picked !== before.picked) return true;
	return isPageName(after.panel?.name) || before.panel?.name === 'resume';
}

/** A page is read and done with: the next line is no answer to it. */
function afterPage(session: Session): Session {
	return isPageName(session.panel?.name) ? {...session, panel: undefined} : session;
}

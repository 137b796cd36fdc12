/** The dry run by questions and answers. */
import {unmarked} from '../bidi.js';
import {mostBytes} from '../diagram/bytes.js';
import {clock} from '../drill/clock.js';
import {momentOf} from '../drill/seconds.js';
import type {Action} from '../session/action.js';
import {noWindow} from '../session/arrange.js';
import {overtime} from '../session/clock.js';
import {standardKeys} from '../session/keys.js';
import {intentsOfLine} from '../session/lines.js';
import {type Opening, open} from '../session/open.js';
import {isPageName} from '../session/pages.js';
import {asksToQuit, fieldOf, questionOf} from '../session/panels.js';
import {passedLines} from '../session/passed.js';
import {alarms, plainBlock, plainPrompt} from '../session/plain.js';
import {recited} from '../session/recital.js';
import {reduce} from '../session/reduce.js';
import {changeIn} from '../session/reload.js';
import type {Session} from '../session/session.js';
import {lines} from '../terminal/lines.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {readable} from './characters.js';
import type {ExitCode} from './command.js';
import type {Recording} from './recording.js';

/** Walks by lines of standard input until they end or the person quits; `resumes` goes on with an unfinished drill at once. */
export async function answerByLine(
	world: World,
	opening: Opening,
	recording: Recording,
	resumes = false,
): Promise<ExitCode> {
	// What there is to say first stands above the first question, so that no later answer brings it up. The words of lines
	// are those of the standard keys, whatever keymap a person has for the screen.
	const opened = open({...opening, bindings: standardKeys, size: noWindow});
	let session: Session = {...opened, notice: undefined};
	const say = (text: string) => world.write(readable(text, session.characters));
	const ask = (block: readonly string[]) => say([...block, plainPrompt(afterPage(session))].join('\n'));
	const perform = async (action: Action) => {
		session = recording.keep(session, reduce(session, action));
		await say(`(${session.notice?.text})\n`);
	};
	const changed = watched(world, session.source.name);
	for (const {text} of opening.notices) world.complain(`flowzap-tui: ${text}\n`);
	try {
		if (resumes) {
			session = reduce({...session, panel: undefined}, {type: 'tick', now: momentOf(world)});
			await perform({type: 'resume'});
		}
		await ask(plainBlock(session));
		let code: ExitCode = 0;
		for await (const typed of lines()) {
			if (typeof typed === 'number') {
				if (world.input.isTerminal && isTyped(typed) && asksToQuit(session)) {
					session = reduce(session, {type: 'open', panel: 'quit'});
					await say(`\n${plainPrompt(session)}`);
					continue;
				}
				code = typed;
				break;
			}
			const line = unmarked(typed);
			// In a terminal the person sees what was typed; a transcript of a pipe needs it written.
			if (!world.input.isTerminal) await say(`${harmless(line.trim())}\n`);
			const before = session;
			session = reduce(afterPage(session), {type: 'tick', now: momentOf(world)});
			const late = overtime(session);
			if (late !== undefined) await say(`(${clock(late)} over the limit of this step)\n`);
			for (const intent of intentsOfLine(session, line)) {
				const asks = intent.type === 'quit' && asksToQuit(session);
				if (intent.type === 'quit' && !asks) return intent.code;
				if (intent.type === 'recite') {
					session = {...session, notice: undefined};
					await say(`${recited(session, intent.recital, intent.text).join('\n')}\n`);
					continue;
				}
				const action: Action = intent.type === 'quit' ? {type: 'open', panel: 'quit'} : intent;
				session = recording.keep(session, reduce(session, action));
				// What cannot be done takes no text either.
				if (session.notice?.urgent) break;
			}
			if (session.notice) await say(`(${session.notice.text})\n`);
			// A question that was open stays so until it is answered. What was refused behind a command is not mended here:
			// the next line is a command as any other.
			if (session.notice?.urgent && fieldOf(session) && !fieldOf(before))
				session = reduce(session, {type: 'close'});
			const passed = passedLines(before, session);
			// What was answered was meant for the picture that the person had: what is new comes after it.
			const bytes = await changed();
			const change = bytes && changeIn(session, bytes);
			if (change) await perform(change);
			await ask([...passed, ...(tells(before, session) ? plainBlock(session) : alarms(session))]);
		}
		// Behind the last line nobody is there to say no.
		await say(questionOf(session) === 'quit' && code === 0 ? '(no answer: yes)\n' : '\n');
		return code;
	} finally {
		recording.end(session);
	}
}

/** Whether a key asks to end, Ctrl-D or Ctrl-C: from a terminal there may be more to come. */
function isTyped(code: ExitCode): boolean {
	return code === 0 || code === 130;
}

/** Answers, whenever it is asked, with what the file holds where that is not what it held when last asked. */
function watched(world: World, path: string): () => Promise<Uint8Array | undefined> {
	const now = () => world.readFile(path, mostBytes).catch(() => undefined);
	let last = now();
	return async () => {
		const [before, bytes] = await Promise.all([last, now()]);
		if (!bytes || (before && Buffer.compare(before, bytes) === 0)) return undefined;
		last = Promise.resolve(bytes);
		return bytes;
	};
}

/** Whether there is something new to read: what stands above the last prompt is said again only where an answer was refused. */
function tells(before: Session, after: Session): boolean {
	if (after.run !== before.run || after.picked !== before.picked) return true;
	const isRefused = after.notice?.urgent === true && after.run.state === 'choosing' && !after.panel;
	return isRefused || isPageName(after.panel?.name) || before.panel?.name === 'resume';
}

/** A page is read and done with: the next line is no answer to it. */
function afterPage(session: Session): Session {
	return isPageName(session.panel?.name) ? {...session, panel: undefined} : session;
}

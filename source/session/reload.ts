/** The file has changed while it is open. */
import {mostBytes, textIn} from '../diagram/bytes.js';
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import {carriedOver} from '../drill/overrides.js';
import {theLast} from '../numbers.js';
import type {Problem, Source} from '../problem.js';
import type {Action} from './action.js';
import {keptInPlace} from './anchor.js';
import {carry} from './carry.js';
import type {Unfinished} from './drill.js';
import type {Guide} from './guide.js';
import {keyFor} from './key-names.js';
import {builtOn} from './open.js';
import {guideAgain} from './routes.js';
import {foundAgain} from './search.js';
import {here, type Missing, type Panel, type Session, told} from './session.js';
import {errorWords, guideWords, missingWords} from './status.js';
import {to} from './walk.js';

/** What there is to do about the file that now holds `bytes`; undefined where it is as it was. */
export function changeIn({source: {name}, latest}: Session, bytes: Uint8Array): Action | undefined {
	const text = bytes.length > mostBytes ? undefined : textIn(bytes);
	if (text === undefined) {
		const told = `${name} holds no text that can be read: the old picture stays`;
		return {type: 'tell', text: told, urgent: true};
	}
	return text === latest.text ? undefined : {type: 'reload', source: {name, text}, ...read(text)};
}

/** The session whose file was taken away or cannot be read, or is there again. */
export function missed(session: Session, missing: Missing | undefined): Session {
	const next = {...session, missing};
	if (missing) return told(next, `${missingWords(next)}: the picture stays`, true);
	const {name} = session.source;
	return told(next, session.missing === 'gone' ? `${name} is there again` : `${name} can be read again`);
}

/** The session on the new text, the run carried over; with errors in it the old picture stays. */
export function reload(
	session: Session,
	source: Source,
	diagram: Diagram,
	problems: readonly Problem[],
): Session {
	const isMended =
		problems.length === 0 && session.complaints.length === 0 && session.panel?.name === 'problems';
	const now = {...session, latest: source, problems, panel: isMended ? undefined : session.panel};
	const errors = errorWords(problems, source);
	const more = `${keyFor(session, 'problems')} tells more`;
	if (errors !== '') return told(now, `${errors}: the old picture stays, ${more}`, true);
	if (diagram.nodes.length === 0)
		return told(now, 'the file holds no node any more: the old picture stays', true);
	if (source.text === session.source.text) return told(now, 'the file is as it was');
	return carriedTo({...now, source}, diagram);
}

function carriedTo(session: Session, diagram: Diagram): Session {
	const {cut} = session;
	const old = cut && cut.to === session.run ? cut.whole : session.run;
	const {run, whole, lost} = carry(old, diagram);
	const overrides = carriedOver(session.drill.overrides, session.diagram, diagram);
	const built = builtOn(diagram, overrides, session.characters, session.drawing.sight);
	const unfinished = session.drill.unfinished && offered(session.drill.unfinished, session.diagram, diagram);
	const next: Session = {
		...session,
		...built,
		diagram,
		cut: whole ? undefined : {whole: old, to: run, lost},
		drill: {...session.drill, overrides, unfinished},
		panel: session.panel && fitting(session.panel, unfinished),
		breakpoints: new Set([...session.breakpoints].filter(id => diagram.has(id))),
		guide: undefined,
	};
	// What was left is not taken up again by a file that is saved.
	const followed = guideWords(session) === '' ? undefined : session.guide;
	const guide = followed && guideAgain({...next, run}, followed);
	const moved = to({...soughtAgain(next), guide}, run);
	const seen = here(moved) === here(session) ? keptInPlace(session, moved) : moved;
	// Nobody took a step: the one that is being taken began when it did.
	const kept = {...seen, drill: {...seen.drill, movedAt: session.drill.movedAt}};
	if (session.panel && !next.panel)
		return told(kept, 'file changed: `flowzap-tui resume` goes on with the drill', true);
	const became = [carriedWords(whole, lost, old !== session.run), followedWords(followed, guide)];
	const words = became.filter(Boolean).join('; ');
	const isLeft = followed !== undefined && guide === undefined;
	return told(kept, `the file was read again${words && `: ${words}`}`, !whole || isLeft);
}

/** What was found, and what had been found before a search that is still being typed, in the diagram as it is now. */
function soughtAgain(session: Session): Session {
	const {panel} = session;
	const found = foundAgain(session, session.found);
	if (!panel) return {...session, found};
	const before = {...panel.before, found: foundAgain(session, panel.before.found)};
	return {...session, found, panel: {...panel, before}};
}

/** What became of the run. */
function carriedWords(whole: boolean, lost: number, wasCut: boolean): string {
	if (whole) return wasCut ? 'what could not be done in it is done again' : '';
	if (lost === 0) return 'the run goes as far as it still can';
	return `${theLast(lost, 'step')} cannot be done until it is mended`;
}

/** What became of what was followed, as it was and as it is now; empty where nothing did. */
function followedWords(before: Guide | undefined, now: Guide | undefined): string {
	if (!before || before.name === now?.name) return '';
	return now ? `${before.name} is ${now.name} now` : `${before.name} is not possible in it, and was left`;
}

/** The unfinished drill on the new diagram; undefined where a step of it is not possible there. */
function offered(unfinished: Unfinished, before: Diagram, diagram: Diagram): Unfinished | undefined {
	const {run, whole} = carry(unfinished.run, diagram);
	const overrides = carriedOver(unfinished.overrides, before, diagram);
	return whole ? {...unfinished, run, overrides, changed: true} : undefined;
}

/** What is open, as far as it still says what it did: branches have other numbers now, a drill may be gone. */
function fitting({branch: _, ...panel}: Panel, unfinished: Unfinished | undefined): Panel | undefined {
	return panel.name === 'resume' && !unfinished ? undefined : panel;
}

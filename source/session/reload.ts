/** The file has changed while it is open. */
import type {Diagram} from '../diagram/diagram.js';
import type {Problem, Source} from '../problem.js';
import {carry} from './carry.js';
import {builtOn, type Session, told} from './session.js';
import {to} from './walk.js';

/** The session on the new text, the run carried over; with mistakes in it the old picture stays. */
export function reload(
	session: Session,
	source: Source,
	diagram: Diagram,
	problems: readonly Problem[],
): Session {
	const mistakes = problems.filter(({severity}) => severity === 'error').length;
	if (mistakes > 0 || diagram.nodes.length === 0) {
		const count = mistakes === 1 ? 'a mistake' : `${mistakes} mistakes`;
		return told(
			{...session, source, problems},
			`the file has ${count}: the old picture stays, ! tells more`,
			true,
		);
	}
	const {run, whole} = carry(session.run, diagram);
	const built = builtOn(diagram, session.characters, session.drawing.sight);
	const known = (id: string) => diagram.has(id);
	const next: Session = {
		...session,
		...built,
		source,
		diagram,
		problems,
		breakpoints: new Set([...session.breakpoints].filter(known)),
		found: undefined,
		guide: [],
	};
	return told(
		to(next, run),
		whole ? 'the file was read again' : 'the file was read again: the run goes as far as it still can',
		!whole,
	);
}

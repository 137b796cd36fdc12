/** Which braces of a text belong together. */
import type {Statement, Tree} from '../syntax/tree.js';

/** The statements whose brace is closed again, where each `}` closes the last that is open. */
export function closedOf({statements}: Tree): ReadonlySet<Statement> {
	const open: Statement[] = [];
	const closed = new Set<Statement>();
	for (const statement of statements) {
		if (statement.kind === 'open' || (statement.kind === 'broken' && statement.opens)) open.push(statement);
		else if (statement.kind === 'close') {
			const last = open.pop();
			if (last) closed.add(last);
		}
	}
	return closed;
}

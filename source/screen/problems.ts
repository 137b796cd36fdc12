/** What is wrong with the file. */
import {frame} from '../frame.js';
import type {Session} from '../session/session.js';
import type {Row} from './line.js';

export function problemRows(session: Session): Row[] {
	return session.problems.flatMap((problem): Row[] => {
		const [head = '', ...rest] = frame(problem, session.source).split('\n');
		return [
			[[problem.severity === 'error' ? 'error' : 'warning', head]],
			...rest.map((row): Row => [row]),
			[],
		];
	});
}

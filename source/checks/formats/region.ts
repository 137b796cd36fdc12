/** Where a problem is, for other programs: lines and columns from 1, the end exclusive. */
import {place, type Source, type Span} from '../../problem.js';

/** From and to. */
interface Region {
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
}

export function region(source: Source, span: Span): Region {
	const {line, column} = place(source, span.start);
	const end = place(source, span.end);
	return {line, column, endLine: end.line, endColumn: end.column};
}

/** Problems for a person: one frame after the other. */
import {frame} from '../../frame.js';
import type {Checked} from './formats.js';

export function text(files: readonly Checked[]): string {
	return files
		.flatMap(({source, problems}) => problems.map(problem => `${frame(problem, source)}\n`))
		.join('\n');
}

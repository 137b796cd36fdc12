/** Problems for a person: one frame after the other. */
import {frames} from '../../frame.js';
import type {Checked} from './formats.js';

export function text(files: readonly Checked[]): string {
	return files.map(({source, problems}) => frames(problems, source)).join('');
}

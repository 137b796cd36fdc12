/** Problems as workflow commands, which GitHub shows beside the lines of a pull request. */
import type {Severity} from '../../problem.js';
import {harmless} from '../../text.js';
import type {Checked} from './formats.js';
import {region} from './region.js';

const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', hint: 'notice'};

export function github(files: readonly Checked[]): string {
	return files
		.flatMap(({source, problems}) =>
			problems.map(({code, severity, message, hint, span}) => {
				const {line, column, endLine, endColumn} = region(source, span);
				const end = endLine === line ? `,endLine=${endLine},endColumn=${endColumn}` : '';
				const where = `file=${property(source.name)},line=${line},col=${column}${end},title=${property(code)}`;
				return `::${levels[severity]} ${where}::${data(hint ? `${message}; ${hint}` : message)}\n`;
			}),
		)
		.join('');
}

function data(text: string): string {
	return harmless(text).replaceAll('%', '%25');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

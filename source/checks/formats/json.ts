/** Problems as JSON, for scripts and editors. */
import type {Problem, Source} from '../../problem.js';
import {json as write} from '../../text.js';
import type {Checked} from './formats.js';
import {region} from './region.js';

export function json(files: readonly Checked[]): string {
	const told = files.map(({source, problems}) => ({
		name: source.name,
		problems: problems.map(problem => toJson(problem, source)),
	}));
	return `${write({schema: 'flowzap-tui/check/1', files: told}, '\t')}\n`;
}

function toJson({code, severity, message, span, hint, fix, route}: Problem, source: Source) {
	return {
		code,
		severity,
		message,
		...region(source, span),
		...(hint ? {help: hint} : {}),
		...(route ? {route} : {}),
		...(fix ? {fix: {...region(source, fix.span), text: fix.text}} : {}),
	};
}

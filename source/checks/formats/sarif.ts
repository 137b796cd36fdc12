/** Problems as SARIF 2.1.0 (OASIS), which code scanners exchange. */
import {pathToFileURL} from 'node:url';
import {type Problem, type Severity, type Source, type Span, severities} from '../../problem.js';
import {json as write} from '../../text.js';
import {version} from '../../version.js';
import type {Checked} from './formats.js';
import {region} from './region.js';

const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', hint: 'note'};

export function sarif(files: readonly Checked[]): string {
	const rules = Object.entries(severities).map(([id, severity]) => ({
		id,
		defaultConfiguration: {level: levels[severity]},
	}));
	const run = {
		tool: {driver: {name: 'flowzap-tui', version, rules}},
		columnKind: 'utf16CodeUnits',
		results: files.flatMap(({source, problems}) => problems.map(problem => result(problem, source))),
	};
	return `${write({$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run]}, '\t')}\n`;
}

function result({code, severity, message, hint, span, related, fix, route}: Problem, source: Source) {
	return {
		ruleId: code,
		level: levels[severity],
		message: {text: hint ? `${message}; ${hint}` : message},
		locations: [location(source, span)],
		...(related
			? {relatedLocations: [{...location(source, related.span), message: {text: related.message}}]}
			: {}),
		...(fix ? {fixes: [{artifactChanges: [change(source, fix.span, fix.text)]}]} : {}),
		...(route ? {properties: {route}} : {}),
	};
}

function location(source: Source, span: Span) {
	return {physicalLocation: {artifactLocation: {uri: uri(source.name)}, region: sarifRegion(source, span)}};
}

function change(source: Source, span: Span, text: string) {
	const replacement = {deletedRegion: sarifRegion(source, span), insertedContent: {text}};
	return {artifactLocation: {uri: uri(source.name)}, replacements: [replacement]};
}

function sarifRegion(source: Source, span: Span) {
	const {line, column, endLine, endColumn} = region(source, span);
	return {startLine: line, startColumn: column, endLine, endColumn};
}

/** A path as a URI reference: relative as given, absolute with its scheme. */
function uri(name: string): string {
	if (/^(?:\/|[A-Za-z]:[\\/])/.test(name)) return pathToFileURL(name).href;
	return name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

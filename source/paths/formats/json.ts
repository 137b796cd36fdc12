/** Routes as JSON: one document, or a line for each. Counts are strings, nothing depends on the clock. */
import {json as asText} from '../../text.js';
import type {Route} from '../route.js';
import type {Ending, Format, Heading} from './format.js';

const schema = 'flowzap-tui/paths/1';

/** A document that `schemas/paths.schema.json` describes. */
export const json: Format = {
	limit: 1000,
	sort: 'file',
	open(heading) {
		let first = true;
		return {
			begin: () => `${asText(head(heading)).slice(0, -1)},"paths":[`,
			route(route) {
				const comma = first ? '' : ',';
				first = false;
				return `${comma}\n${asText(pathOf(route))}`;
			},
			end: ending => `${first ? '' : '\n'}],${asText(tail(ending)).slice(1)}\n`,
		};
	},
};

/** A header line, a line for each route, an end line. */
export const ndjson: Format = {
	limit: Number.POSITIVE_INFINITY,
	sort: 'file',
	open: heading => ({
		begin: () => `${asText({type: 'header', ...head(heading)})}\n`,
		route: route => `${asText({type: 'path', ...pathOf(route)})}\n`,
		end: ending => `${asText({type: 'end', ...tail(ending)})}\n`,
	}),
};

function head({file, options, subject, counts, estimate, diagram}: Heading) {
	const count = (value: bigint, exact: boolean) => ({value: String(value), exact});
	return {
		schema,
		file,
		options,
		subject,
		count: {
			...count(counts.total.value, counts.total.exact),
			...(estimate ? {estimate: estimate.value, error: estimate.error} : {}),
		},
		outcomes: counts.outcomes.map(({outcome, count: {value, exact}}) => ({
			name: outcome,
			count: String(value),
			exact,
		})),
		synthetic: diagram.edges.filter(edge => edge.synthetic).map(edge => edge.id),
	};
}

function pathOf({id, number, verdict, nodes, edges, decisions}: Route) {
	return {id, number, outcome: verdict.outcome, evidence: verdict.evidence, nodes, edges, decisions};
}

function tail({listed, cut}: Ending) {
	return {listed, complete: !cut};
}

/** Routes as JSON: one document, or a line for each. Counts are strings, nothing depends on the clock. */
import {json as asText} from '../../text.js';
import type {Verdict} from '../outcome.js';
import type {Route} from '../route.js';
import {splitsIn} from '../splits.js';
import {List, latest, type Part} from './bytes.js';
import type {Ending, Format, Heading} from './format.js';

const schema = 'flowzap-tui/paths/1';

/** A document that `schemas/paths.schema.json` describes. */
export const json: Format = {
	limit: 1000,
	sort: 'file',
	open(heading) {
		const line = lines();
		let first = true;
		return {
			begin: () => `${asText(head(heading)).slice(0, -1)},"paths":[`,
			route(route) {
				const comma = first ? '' : ',';
				first = false;
				return line(`${comma}\n{`, route, '');
			},
			end: ending => `${first ? '' : '\n'}],${asText(tail(ending)).slice(1)}\n`,
		};
	},
};

/** A header line, a line for each route, an end line. */
export const ndjson: Format = {
	limit: Number.POSITIVE_INFINITY,
	sort: 'file',
	open(heading) {
		const line = lines();
		return {
			begin: () => `${asText({type: 'header', ...head(heading)})}\n`,
			route: route => line('{"type":"path",', route, '\n'),
			end: ending => `${asText({type: 'end', ...tail(ending)})}\n`,
		};
	},
};

/** Writes a route as an object between two texts, of which the first opens it. */
function lines(): (before: string, route: Route, behind: string) => Part[] {
	const list = (name: string) =>
		new List({open: `,"${name}":[`, between: ',', item: value => asText(value), close: ']'});
	const [nodes, edges, decisions] = [list('nodes'), list('edges'), list('decisions')];
	const words = latest(
		({outcome, evidence}: Verdict) => `,"outcome":${asText(outcome)},"evidence":${asText(evidence)}`,
	);
	return (before, route, behind) => [
		`${before}"id":"${route.id}","number":`,
		route.number,
		words(route.verdict),
		nodes.of(route.nodes),
		edges.of(route.edges),
		decisions.of(route.decisions),
		`}${behind}`,
	];
}

function head({file, errors, options, subject, counts, estimate, diagram}: Heading) {
	const count = (value: bigint, exact: boolean) => ({value: String(value), exact});
	return {
		schema,
		file,
		errors,
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
		splits: splitsIn(diagram).map(node => node.id),
	};
}

function tail({listed, cut}: Ending) {
	return {listed, complete: !cut};
}

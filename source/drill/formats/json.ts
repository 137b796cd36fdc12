/** The after-action report as JSON. */
import {isSameOutcome} from '../../paths/outcome.js';
import {reason} from '../../paths/reason.js';
import {json} from '../../text.js';
import type {Account} from '../account.js';

/** Name of the form, so that a reader can tell. */
const accountSchema = 'flowzap-tui/report/1';

/** The report as one value, times in milliseconds of the drill and ISO 8601. Ends in a newline. */
export function jsonReport({result, rules, turned, ...account}: Account): string {
	const {expected} = account;
	const met = expected === '' ? null : isSameOutcome(expected, result.outcome);
	const outcome = {name: result.outcome, reason: reason(result), evidence: result.evidence, expected: met};
	const {blind, demandsWhy: why, limit} = rules;
	const [reached, diverged] = [account.reached ?? null, account.diverged ?? turned ?? null];
	const report = {...account, reached, rules: {blind, why, limit}, diverged, outcome};
	return `${json({schema: accountSchema, ...report}, '  ')}\n`;
}

/** The runs of a diagram, for tests. */
import type {Outcomes} from '../../source/paths/outcome.js';
import {type Scenario, scenarios} from '../../source/run/scenarios.js';

/** The runs under `outcomes`, without the signs of life between them. */
export function scenariosOf(outcomes: Outcomes, rounds: number): Scenario[] {
	return [...scenarios(outcomes.net.diagram, outcomes, rounds)].filter(found => found !== 'searching');
}

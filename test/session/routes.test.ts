import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {drillPlan, routesOf} from '../../source/session/routes.js';

for (const [name, routes] of [
	['blue-green', 3],
	['saga', undefined],
	['api-gateway', undefined],
] as const)
	test(`the drill plan of ${name} takes every edge`, t => {
		const {diagram} = read(readFileSync(`samples/${name}.fz`, 'utf8'));
		const plan = routesOf(outcomesOf(diagram), drillPlan);
		const taken = new Set(plan.list.flatMap(route => route.edges));
		t.deepEqual([...taken].sort(), diagram.edges.map(edge => edge.id).sort());
		t.is(plan.count, String(plan.list.length));
		if (routes !== undefined) t.is(plan.list.length, routes);
	});

import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import type {Action} from '../../source/session/action.js';
import {reduce} from '../../source/session/reduce.js';
import {drillPlan, routesOf} from '../../source/session/routes.js';
import type {Session} from '../../source/session/session.js';
import {sessionOf} from '../helpers/session.js';

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

test('a route that is followed begins the run again, and says so', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const session = sessionOf(text, {source: {name: 'blue-green.fz', text}});
	const follow = (from: Session) => reduce(reduce(from, {type: 'open', panel: 'routes'}), {type: 'advance'});
	t.is(follow(session).notice?.text, 'route 1: → goes along it');
	const green: readonly Action[] = [{type: 'run on'}, {type: 'choose', number: 2}];
	const walked = green.reduce(reduce, session);
	const followed = follow(walked);
	t.is(followed.notice?.text, 'begun again (← undoes that); route 1: → goes along it');
	t.is(reduce(followed, {type: 'back'}).run.steps.size, walked.run.steps.size);
});

test('who is on a route already goes on along it from there', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const session = reduce(sessionOf(text, {source: {name: 'blue-green.fz', text}}), {type: 'run on'});
	const picking: readonly Action[] = [
		{type: 'open', panel: 'routes'},
		{type: 'pick', by: 5},
		{type: 'advance'},
	];
	const followed = picking.reduce(reduce, session);
	t.is(followed.notice?.text, 'on route 6 already: → goes along it');
	t.is(followed.run, session.run);
	t.is(followed.picked, 1);
	// Who jumped somewhere is on no route by that.
	const jumped = reduce(reduce(session, {type: 'restart'}), {type: 'jump', node: 'n9'});
	t.regex(picking.reduce(reduce, jumped).notice?.text ?? '', /^begun again/);
});

test('a route keeps its number, whatever the list is narrowed to', t => {
	const outcomes = outcomesOf(read(readFileSync('samples/blue-green.fz', 'utf8')).diagram);
	const all = new Map(routesOf(outcomes).list.map(route => [route.number, route.id]));
	for (const filter of ['success', 'rollback', drillPlan])
		for (const {number, id} of routesOf(outcomes, filter).list) t.is(all.get(number), id);
	t.deepEqual(
		routesOf(outcomes, 'rollback').list.map(({number}) => number),
		[2, 3, 5, 6],
	);
});

/** The answers to what the run asks. */
import type {Diagram} from '../diagram/diagram.js';
import {leave} from '../paths/network.js';
import {waitingNodes} from './join.js';
import {loopOf} from './loop.js';
import type {Choice, Run} from './run.js';
import {survey} from './survey.js';
import {type Way, waysOn} from './ways.js';

/** The ids of choices that are neither a node nor an edge. */
const words = ['all', leave, 'again', 'reply', 'go on', 'end'];

/** Whether a run of `diagram` may ever have a choice of this id. */
export function isChoice({nodes, edges}: Diagram, id: string): boolean {
	return words.includes(id) || [...nodes, ...edges].some(one => one.id === id);
}

/** The answers to the run's question in file order; none while it asks nothing. */
export function choices(run: Run): readonly Choice[] {
	const {question} = run;
	switch (question?.type) {
		case undefined:
			return [];
		case 'start':
			return [...survey(run.diagram).starts.map(id => stand(run, id)), {id: 'all', label: 'all of them'}];
		case 'stuck':
			return Array.from(waitingNodes(run), node => stand(run, node));
		case 'again':
			return [
				{id: 'again', label: 'run it again'},
				{id: 'reply', label: 'take it as a reply'},
			];
		case 'visits':
			return [
				{id: 'go on', label: 'go on'},
				{id: 'end', label: 'end here'},
			];
		default:
			return question?.node === undefined ? [] : waysOn(run, question.node).map(way => branch(run, way));
	}
}

function stand(run: Run, node: string): Choice {
	return {id: node, node, label: run.diagram.node(node).label};
}

function branch(run: Run, way: Way): Choice {
	if (way.type === 'leave') return {id: leave, label: leave};
	if (way.type === 'all') return {id: 'all', label: `all ${way.edges.length} at once`};
	const {id, to, label} = way.edge;
	const loop = loopOf(run, way.edge);
	return {id, edge: id, node: to, label: label || run.diagram.node(to).label, ...(loop && {loop})};
}

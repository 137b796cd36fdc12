/** Nodes with several ways in while several tokens live: who waits there, for whom, and how they go on as one. */
import type {Edge} from '../diagram/diagram.js';
import {fire, longer, told} from './arrive.js';
import type {Join, Path, Run, Token} from './run.js';
import {type Holder, leadsTo, placeOf, survey} from './survey.js';

/** A node where tokens wait, and the other tokens that may still come to it. */
export interface Gathering {
	readonly node: string;
	readonly here: readonly Token[];
	readonly missing: readonly Token[];
	/** For an AND-join: the edges into it by which no token has come. */
	readonly edges: readonly string[];
}

/** The nodes where tokens wait, in file order, each with those it waits for. */
export function* gatherings(run: Run): Generator<Gathering, void> {
	for (const node of waitingNodes(run))
		yield {
			node,
			here: [...run.tokens].filter(token => waitsAt(token, node)),
			missing: [...run.tokens].filter(token => canCome(run, token, node)),
			edges: joinAt(run, node) === 'and' ? lacking(run, node) : [],
		};
}

/** The run with every gathering that nothing holds back gone on. */
export function release(run: Run): Run {
	if (run.waiting.size === 0) return run;
	let now = run;
	for (let found = true; found; ) {
		found = false;
		let places: Places | undefined;
		for (const node of waitingNodes(now))
			if (!heldBack(now, node, () => (places ??= placesOf(now)))) {
				now = merge(now, node);
				places = undefined;
				found = true;
			}
	}
	return now;
}

/** The run with the tokens that wait at `node` made one, the first of them, and that let in. */
export function merge(run: Run, node: string): Run {
	const {run: cleared, here} = dismiss(run, node);
	const [first, ...rest] = here;
	if (!first) return run;
	if (rest.length === 0) return fire(cleared, first);
	const merged = here.map(token => token.number);
	const forked = cleared.tokens.size === 0 ? 0 : Math.min(...here.map(token => token.forked));
	const path = rest.reduce<Path>(withBranch, longer(first.path, first));
	return fire(told(cleared, {type: 'join', token: first.number, node, merged}), {...first, forked, path});
}

/** `path` followed by what `token` went through since it was split off, up to where it is. */
function withBranch(path: Path, token: Token): Path {
	const own: Path[] = [];
	for (let at = token.path; at && at.depth > token.forked; at = at.before) own.push(at);
	return longer(own.reduceRight<Path>(longer, path), token);
}

/** The run with each token that waits where tokens are now let through one by one let in. */
export function letThrough(run: Run): Run {
	let now = run;
	for (const node of waitingNodes(run)) {
		if (joinAt(run, node) !== 'any') continue;
		const {run: cleared, here} = dismiss(now, node);
		now = here.reduce(fire, cleared);
	}
	return now;
}

/** The tokens that wait at `node`, and the run without them. */
function dismiss(run: Run, node: string): {readonly run: Run; readonly here: readonly Token[]} {
	const here = [...run.tokens].filter(token => waitsAt(token, node));
	const tokens = here.reduce((table, token) => table.without(token.number), run.tokens);
	const waiting = run.waiting.without(placeOf(run.diagram, 'node', node));
	const came = run.diagram
		.in(node)
		.reduce((table, {id}) => table.without(placeOf(run.diagram, 'edge', id)), run.came);
	return {run: {...run, tokens, waiting, came}, here};
}

/** The nodes where tokens wait, in file order. */
export function* waitingNodes(run: Run): Generator<string, void> {
	for (const [place] of run.waiting.entries()) {
		const node = run.diagram.nodes[place];
		if (node) yield node.id;
	}
}

function waitsAt(token: Token, node: string): boolean {
	return token.phase === 'waiting' && token.node === node;
}

/**
 * An OR-join waits until no other live token can still come by a way in that none has come by: the inclusive
 * gateway of BPMN 2.0. An AND-join would stand still where a branch was not taken; letting each token through
 * would run all that follows several times.
 */
function heldBack(run: Run, node: string, places: () => Places): boolean {
	if (joinAt(run, node) === 'and') return lacking(run, node).length > 0;
	const {holding} = survey(run.diagram);
	const last = holding.get(node);
	const holder = last && run.tokens.get(last.token);
	if (holder && lacks(run, last.edge) && leadsTo(run.diagram, holder.node, last.edge)) return true;
	const found = holderOf(run, node, places);
	if (found) holding.set(node, found);
	return found !== undefined;
}

/** A token that `node` waits for, and the way in that it may come by: the active one, one next to the node, any. */
function holderOf(run: Run, node: string, places: () => Places): Holder | undefined {
	const edges = run.diagram.in(node);
	const way = (place: string) => edges.find(edge => lacks(run, edge) && leadsTo(run.diagram, place, edge));
	const active = run.active === undefined ? undefined : run.tokens.get(run.active);
	const edge = active && way(active.node);
	if (edge) return {token: active.number, edge};
	const near = edges.map(({from}) => from);
	for (const some of [near, places().keys()])
		for (const place of some) {
			const token = places().get(place);
			const edge = token === undefined ? undefined : way(place);
			if (token !== undefined && edge) return {token, edge};
		}
	return undefined;
}

/** A token of each node where there are any. */
type Places = ReadonlyMap<string, number>;

function placesOf({tokens}: Run): Places {
	return new Map(Array.from(tokens, ({node, number}) => [node, number]));
}

function joinAt(run: Run, node: string): Join {
	return run.switches.nodes.get(node)?.join ?? run.switches.join;
}

function lacking(run: Run, node: string): string[] {
	return run.diagram.in(node).flatMap(edge => (lacks(run, edge) ? [edge.id] : []));
}

/** Whether no waiting token came by `edge`. */
function lacks(run: Run, edge: Edge): boolean {
	return run.came.get(placeOf(run.diagram, 'edge', edge.id)) === undefined;
}

/** Whether `token` may come to `node` by a way in that is still lacking, without having passed it. */
function canCome(run: Run, token: Token, node: string): boolean {
	return run.diagram.in(node).some(edge => lacks(run, edge) && leadsTo(run.diagram, token.node, edge));
}

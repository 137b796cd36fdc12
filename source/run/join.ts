/** Nodes with several ways in while several tokens live: who waits there, for whom, and how they go on as one. */
import type {Edge} from '../diagram/diagram.js';
import {fire, longer, told} from './arrive.js';
import {valuesOf} from './chain.js';
import {type Holder, Watch} from './holds.js';
import {activeToken, type Join, type Path, type Run, type Token} from './run.js';
import {leadsTo, placeOf} from './survey.js';
import type {Trie} from './trie.js';

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
			here: waitingAt(run, node),
			missing: [...run.tokens].filter(token => canCome(run, token, node)),
			edges: joinAt(run, node) === 'and' ? lacking(run, node) : [],
		};
}

/**
 * The run with every gathering that nothing holds back gone on, in file order; what that lets go which comes earlier
 * in the file waits for the next round.
 */
export function release(run: Run): Run {
	if (run.waiting.size === 0) return run.holds ? {...run, holds: undefined} : run;
	const watch = new Watch(run);
	let now = run;
	for (let round = watch.doubts(now); round.length > 0; ) {
		const {waiting} = now;
		const next = new Set<number>();
		for (const place of round) {
			const node = now.diagram.nodes[place]?.id;
			if (node === undefined || !now.waiting.get(place) || isHeldBack(now, node, watch)) continue;
			now = merge(now, node);
			for (const doubted of watch.doubts(now))
				if (doubted > place && waiting.get(doubted)) insert(round, doubted);
				else next.add(doubted);
		}
		round = [...next].sort((a, b) => a - b);
	}
	return {...now, holds: watch.found(now)};
}

/** Puts `place` into a rising list that does not hold it; a walk along the list that is not there yet will come to it. */
function insert(places: number[], place: number): void {
	let at = places.length;
	while (at > 0 && (places[at - 1] ?? 0) > place) at -= 1;
	if (places[at - 1] !== place) places.splice(at, 0, place);
}

/** The run with the tokens that wait at `node` made one, the first of them, and that let in. */
export function merge(run: Run, node: string): Run {
	const {run: cleared, here} = dismiss(run, node);
	const [first, ...rest] = here;
	if (!first) return run;
	if (rest.length === 0) return fire(cleared, first);
	const merged = here.map(token => token.number);
	const forked = cleared.tokens.size === 0 ? 0 : Math.min(...here.map(token => token.forked));
	return fire(told(cleared, {type: 'join', token: first.number, node, merged}), {
		...first,
		forked,
		path: together(cleared, first, rest),
	});
}

/** The way of tokens that came together, each over its own edge. */
function together(run: Run, first: Token, rest: readonly Token[]): Path {
	const before = longer(run, first);
	const others = rest.map(token => longer(run, token));
	const depth = others.reduce((most, path) => Math.max(most, path.depth), before.depth) + 1;
	const earlier = others.reduce((table, path) => merged(table, path.earlier), before.earlier);
	return {node: first.node, depth, before, earlier, together: others};
}

/** Of each place the one that lies deeper; what two ways share is passed over. */
function merged(one: Trie<Path>, other: Trie<Path>): Trie<Path> {
	let table = one;
	for (const [key, path] of other.beside(one))
		if (path.depth > (one.get(key)?.depth ?? 0)) table = table.with(key, path);
	return table;
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
	const here = waitingAt(run, node);
	const tokens = here.reduce((table, token) => table.without(token.number), run.tokens);
	const waiting = run.waiting.without(placeOf(run.diagram, 'node', node));
	const came = run.diagram
		.in(node)
		.reduce((table, {id}) => table.without(placeOf(run.diagram, 'edge', id)), run.came);
	return {run: {...run, tokens, waiting, came}, here};
}

/** The tokens that wait at `node`, by number. */
function waitingAt({diagram, tokens, waiting}: Run, node: string): Token[] {
	const numbers = [...valuesOf(waiting.get(placeOf(diagram, 'node', node)))];
	return numbers.sort((a, b) => a - b).flatMap(number => tokens.get(number) ?? []);
}

/** The nodes where tokens wait, in file order. */
export function* waitingNodes(run: Run): Generator<string, void> {
	for (const [place] of run.waiting.entries()) {
		const node = run.diagram.nodes[place];
		if (node) yield node.id;
	}
}

/**
 * An OR-join waits until no other live token can still come by a way in that none has come by: the inclusive
 * gateway of BPMN 2.0. An AND-join would stand still where a branch was not taken; letting each token through
 * would run all that follows several times.
 */
function isHeldBack(run: Run, node: string, watch: Watch): boolean {
	if (joinAt(run, node) === 'and') return lacking(run, node).length > 0;
	const place = placeOf(run.diagram, 'node', node);
	const holder = holderOf(run, node, watch.holder(place));
	if (holder) watch.keep(place, holder);
	return holder !== undefined;
}

/** A token that `node` waits for: the one it waited for before, the active one, one next to the node, any. */
function holderOf(run: Run, node: string, before: Holder | undefined): Holder | undefined {
	const {diagram, tokens} = run;
	if (before && lacks(run, before.edge)) {
		const token = tokens.get(before.token);
		if (token && leadsTo(diagram, token.node, before.edge)) return before;
	}
	const active = activeToken(run);
	// Most often it is the next to come: then no other way in need be looked at, of which there may be thousands.
	if (active && active.node !== node) {
		const edge = diagram.out(active.node).find(one => one.to === node && lacks(run, one));
		if (edge) return {token: active.number, edge};
	}
	const ways = diagram.in(node).filter(edge => lacks(run, edge));
	if (ways.length === 0) return undefined;
	for (const token of candidates(run, active, ways)) {
		// No way in is open to what waits here itself: it would have to pass this node.
		if (token.node === node) continue;
		const edge = ways.find(way => leadsTo(diagram, token.node, way));
		if (edge) return {token: token.number, edge};
	}
	return undefined;
}

/** The live tokens, those first that most often come next. */
function* candidates(run: Run, active: Token | undefined, ways: readonly Edge[]): Generator<Token, void> {
	if (active) yield active;
	for (const {from} of ways) {
		const token = run.tokens.get(run.latest.get(placeOf(run.diagram, 'node', from)) ?? 0);
		if (token?.node === from) yield token;
	}
	yield* run.tokens;
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

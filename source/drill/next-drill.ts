/** The drill that would show most that is new. */
import {components} from '../diagram/components.js';
import type {Diagram, Edge} from '../diagram/diagram.js';
import {groupBy} from '../group.js';
import {canEnd, canLeave, leave} from '../paths/network.js';
import {begin} from '../run/begin.js';
import {choices} from '../run/choices.js';
import {toEnd} from '../run/onward.js';
import {byRule} from '../run/random.js';
import {defaultSwitches, type Run} from '../run/run.js';
import {placeOf} from '../run/survey.js';
import {walked} from '../run/walked.js';
import {type Answer, answerFor, walkBy} from './answers.js';

/** The decisions of a drill, and the ids of the edges that it walks first. */
interface NextDrill {
	readonly decisions: readonly Answer[];
	readonly edges: readonly string[];
}

/**
 * A run that, in each cycle it comes to, goes for the nearest `fresh` edge again and again while it may still visit all
 * of the cycle on the way home, and then on by the way with the most fresh edges before an end. Greedy, so not always the
 * best there is, but what it claims has been tried out. Undefined where no run that comes to an end walks anything fresh.
 */
export function nextDrill(diagram: Diagram, fresh: ReadonlySet<string>): NextDrill | undefined {
	const ahead = new FreshAhead(diagram, fresh);
	const {maxVisits} = defaultSwitches;
	// Where several tokens share a cycle the visits kept for the way home may not do: then straight on.
	for (const kept of [1, maxVisits]) {
		const answers = answersOf(diagram, ahead, fresh, maxVisits - kept);
		// By answers alone, as a person would be given them.
		const {run} = walkBy(begin(diagram), answers, byRule);
		const edges = [...walked(run).edges].filter(edge => fresh.has(edge));
		const isWhole = run.state === 'ended' && [...run.steps].every(({why}) => why !== 'limit');
		if (isWhole && edges.length > 0) return {decisions: answers, edges};
	}
	return undefined;
}

/** A drill with more decisions goes home: nobody plays them all. */
const mostDecisions = 200;

/** The decisions of a run that goes for what is fresh in a cycle until one of its nodes was visited `most` times. */
function answersOf(
	diagram: Diagram,
	ahead: FreshAhead,
	fresh: ReadonlySet<string>,
	most: number,
): readonly Answer[] {
	const left = new Set(fresh);
	const answers: Answer[] = [];
	let seen = 0;
	const decide = (run: Run): string | undefined => {
		const ruled = byRule(run);
		if (ruled !== undefined) return ruled;
		const node = run.question?.node;
		for (const [, {edge}] of run.steps.entries(seen)) if (edge !== undefined) left.delete(edge);
		seen = run.steps.size;
		if (node === undefined) return undefined;
		const visits = (id: string) => run.visits.get(placeOf(diagram, 'node', id)) ?? 0;
		const stays = ahead.beside(node).every(id => visits(id) < most);
		const edge = answers.length < mostDecisions ? ahead.wayOn(node, left, stays) : ahead.homeward(node);
		if (!edge) {
			answers.push({node, choice: leave});
			return leave;
		}
		// Where a loop may go round before several ways are taken at once, none of those can be taken alone.
		const isOpen = choices(run).some(({id}) => id === edge.id);
		answers.push({node, choice: isOpen ? answerFor(diagram, edge) : 'all'});
		return isOpen ? edge.id : 'all';
	};
	toEnd(begin(diagram), decide);
	return answers;
}

/** What is fresh ahead of each node. */
class FreshAhead {
	readonly #diagram: Diagram;
	readonly #part: ReadonlyMap<string, number>;
	readonly #members: ReadonlyMap<number | undefined, readonly string[]>;
	/** Fewest edges to an end; nodes from which none is reached are left out. */
	readonly #home: ReadonlyMap<string, number>;
	/** The most fresh edges on a way from a part of the diagram to an end, all of those within a part counted. */
	readonly #most: readonly number[];

	constructor(diagram: Diagram, fresh: ReadonlySet<string>) {
		this.#diagram = diagram;
		const ids = diagram.nodes.map(({id}) => id);
		this.#part = components(ids, node => diagram.out(node).map(({to}) => to));
		this.#members = groupBy(ids, id => this.#part.get(id));
		this.#home = distancesHome(diagram);
		this.#most = this.#count(fresh);
	}

	/** The nodes of the part of `node`. */
	beside(node: string): readonly string[] {
		return this.#members.get(this.#part.get(node)) ?? [];
	}

	/**
	 * The edge to take at `node`: where it `stays`, towards the nearest of `left` in its part, else on to where most is fresh, by the shorter
	 * way of equals, else home; undefined where a loop is left for that.
	 */
	wayOn(node: string, left: ReadonlySet<string>, stays: boolean): Edge | undefined {
		const {edges, first} = this.#within(node);
		const isInner = ({from, to}: Edge) => this.#part.get(from) === this.#part.get(to);
		const inner = stays && edges.find(edge => left.has(edge.id) && isInner(edge));
		if (inner) return first(inner);
		const worth = (edge: Edge) => this.#worth(edge, left);
		const outward = edges.filter(edge => !isInner(edge));
		const [best] = outward.toSorted((a, b) => worth(b) - worth(a) || this.#far(a) - this.#far(b));
		return best && worth(best) > 0 ? first(best) : this.homeward(node);
	}

	#worth({id, to}: Edge, fresh: ReadonlySet<string>): number {
		return this.#home.has(to) ? Number(fresh.has(id)) + (this.#most[this.#part.get(to) ?? 0] ?? 0) : 0;
	}

	/** The first edge of a shortest way to an end; undefined where a loop is left for that. */
	homeward(node: string): Edge | undefined {
		if (canLeave(this.#diagram, node)) return undefined;
		return this.#diagram.out(node).toSorted((a, b) => this.#far(a) - this.#far(b))[0];
	}

	/** Edges from where `to` stands to an end. */
	#far({to}: Edge): number {
		return this.#home.get(to) ?? Number.MAX_SAFE_INTEGER;
	}

	/** The edges that are met from `node` on before its part is left, near ones first; `first` is the first edge on the way to one. */
	#within(node: string): {edges: readonly Edge[]; first: (edge: Edge) => Edge} {
		const came = new Map<string, Edge | undefined>([[node, undefined]]);
		const edges: Edge[] = [];
		for (const at of came.keys())
			for (const edge of this.#diagram.out(at)) {
				edges.push(edge);
				if (this.#part.get(edge.to) === this.#part.get(node) && !came.has(edge.to)) came.set(edge.to, edge);
			}
		const first = (edge: Edge) => {
			let way = edge;
			for (let before = came.get(way.from); before; before = came.get(way.from)) way = before;
			return way;
		};
		return {edges, first};
	}

	/** Parts are numbered from the ends back: what a part leads on to is counted before it. */
	#count(fresh: ReadonlySet<string>): number[] {
		const {edges, nodes} = this.#diagram;
		const part = (node: string) => this.#part.get(node) ?? 0;
		const inner = Array.from(nodes, () => 0);
		for (const {id, from, to} of edges)
			if (part(from) === part(to) && fresh.has(id)) inner[part(from)] = (inner[part(from)] ?? 0) + 1;
		const onward = Array.from(nodes, () => 0);
		for (const {id, from, to} of edges.toSorted((a, b) => part(a.from) - part(b.from))) {
			const [at, next] = [part(from), part(to)];
			if (at === next || !this.#home.has(to)) continue;
			const worth = Number(fresh.has(id)) + (inner[next] ?? 0) + (onward[next] ?? 0);
			onward[at] = Math.max(onward[at] ?? 0, worth);
		}
		return inner.map((own, index) => own + (onward[index] ?? 0));
	}
}

/** The fewest edges from each node to an end, by a search from the ends back. */
function distancesHome(diagram: Diagram): ReadonlyMap<string, number> {
	const ends = diagram.nodes.filter(({id}) => canEnd(diagram, id));
	const far = new Map(ends.map(({id}) => [id, 0]));
	for (const [node, steps] of far)
		for (const {from} of diagram.in(node)) if (!far.has(from)) far.set(from, steps + 1);
	return far;
}

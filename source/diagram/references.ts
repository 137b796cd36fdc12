/** From names to nodes: which node a reference means, and whom its author may have meant. */
import {nearest} from '../nearest.js';
import {type Problem, problem, type Span} from '../problem.js';
import {bareSide} from '../syntax/bare-side.js';
import type {EdgeStatement, End, Reference} from '../syntax/tree.js';
import {isWord} from '../syntax/words.js';
import {brief} from '../text.js';
import type {Lane, Node} from './diagram.js';

/** Looking for the nearest name stops after this many comparisons, so that a hostile file costs no time. */
const comparisons = 200_000;

/** The names of a diagram. One that is not declared makes one problem, however often it is used. */
export class References {
	readonly #nodes: ReadonlyMap<string, Node>;
	readonly #lanes: ReadonlyMap<string, Lane>;
	readonly #broken: ReadonlySet<string>;
	#compared = 0;
	readonly #unknown = new Map<string, {readonly span: Span; uses: number}>();

	constructor(nodes: ReadonlyMap<string, Node>, lanes: readonly Lane[], broken: ReadonlySet<string>) {
		this.#nodes = nodes;
		this.#lanes = new Map(lanes.map(lane => [lane.id, lane]));
		this.#broken = broken;
	}

	/** The node that is meant; ids are global, so a wrong lane does no harm. */
	find({node: {text, start, end}}: Reference): Node | undefined {
		const found = this.#nodes.get(text);
		if (found || this.#broken.has(text)) return found;
		const unknown = this.#unknown.get(text);
		if (unknown) unknown.uses += 1;
		else this.#unknown.set(text, {span: {start, end}, uses: 1});
		return undefined;
	}

	/** Whether a node is called `id`, also one that could not be read. */
	has(id: string): boolean {
		return this.#nodes.has(id) || this.#broken.has(id);
	}

	hasLane(id: string): boolean {
		return this.#lanes.has(id);
	}

	/** The id that `name` may be a misspelling of; of a hostile file not all names are compared. */
	nearest(name: string): string | undefined {
		this.#compared += this.#nodes.size;
		return this.#compared > comparisons ? undefined : nearestId(name, [...this.#nodes.keys()]);
	}

	/** `edge` as it is meant: `n2.right` is a side of `n2`, unless a lane is called `n2` or a node `right`. */
	settle({from, to, ...edge}: EdgeStatement): EdgeStatement {
		return {...edge, from: this.#settle(from), to: to && this.#settle(to)};
	}

	#settle(end: End): End {
		const {lane, node} = end.reference;
		const known = this.hasLane(lane?.text ?? '') || this.has(node.text);
		return (!known && bareSide(end)) || end;
	}

	/** A problem for each name that {@link find} did not know. */
	problems(): Problem[] {
		const labels = new Map([...this.#nodes.values()].map(({label, id}) => [plain(label), id]));
		const candidates = [...this.#nodes.keys()];
		const affordable = Math.floor(comparisons / Math.max(1, candidates.length + labels.size));
		return [...this.#unknown].map(([name, {span, uses}], index) => {
			const often = uses > 1 ? ` (named ${uses} times)` : '';
			const hint = this.#hint(name, index < affordable ? candidates : [], labels);
			return problem('unknown-node', span, `there is no node \`${brief(name)}\`${often}`, {hint});
		});
	}

	#hint(name: string, ids: readonly string[], labels: ReadonlyMap<string, string>): string {
		const parts = isWord(name) ? [] : (name.match(/[\p{L}\p{M}\p{N}_-]+/gu) ?? []);
		const known = parts.filter(part => this.#nodes.has(part)).map(part => `\`${brief(part)}\``);
		if (known.length > 1) return `write an edge for each: ${known.slice(0, 3).join(', ')}`;
		if (parts.length === 2 && known.length === 1 && this.hasLane(parts[0] ?? ''))
			return `write \`${brief(parts.join('.'))}\``;
		const lane = this.#lanes.get(name);
		const guess =
			labels.get(plain(name)) ??
			nearestId(name, ids) ??
			nearestLabel(name, ids.length > 0 ? labels : new Map());
		const node = guess === undefined ? undefined : this.#nodes.get(guess);
		if (node && (!lane || plain(node.label) === plain(name)))
			return `did you mean \`${brief(node.id)}\` (“${brief(node.label)}”)?`;
		if (lane) return `\`${brief(name)}\` is a lane; name a node of it`;
		if (!isWord(name)) return 'the id of a node is one word, such as `n1`';
		return `declare it: \`${brief(name)}: rectangle label:"…"\`, or name another node`;
	}
}

/** Two numbered ids are near only where their digits are the same: `n7` is no misspelling of `n8`. */
function nearestId(name: string, ids: readonly string[]): string | undefined {
	const numbered = /^n\d+$/;
	if (!numbered.test(name)) return nearest(name, ids);
	const own = digits(name);
	return nearest(
		name,
		ids.filter(id => !numbered.test(id) || digits(id) === own),
	);
}

function digits(id: string): string {
	return Array.from(id.slice(1).replace(/^0+/, '')).sort().join('');
}

function nearestLabel(name: string, labels: ReadonlyMap<string, string>): string | undefined {
	return labels.get(nearest(plain(name), labels.keys()) ?? '');
}

/** A label as a name that somebody might write for it. */
function plain(label: string): string {
	return label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Layout and paint, warm, beside programs that lay graphs out: dagre and elkjs (boxes only), beautiful-mermaid (text). */
import dagre from '@dagrejs/dagre';
import {renderMermaidASCII} from 'beautiful-mermaid';
import elkjs from 'elkjs/lib/elk.bundled.js';
import {paint} from '../source/canvas/paint.js';
import type {Diagram} from '../source/diagram/diagram.js';
import {layOut} from '../source/layout/layout.js';
import type {Figure, Point} from './figure.js';
import {chain, complete, fans, process as processOf, star} from './generate.js';

const sizes = [20, 100, 500, 1000, 2000];
/** beautiful-mermaid gives no answer beyond this many nodes. */
const mostForMermaid = 100;
const rounds = 15;

/** Milliseconds of the quickest of some rounds: what the work takes when nothing else runs. */
async function quickest(times: number, work: () => unknown): Promise<number> {
	let best = Number.POSITIVE_INFINITY;
	for (let i = 0; i < times; i++) {
		const start = performance.now();
		await work();
		best = Math.min(best, performance.now() - start);
	}
	return best;
}

/** Lays out, and paints every band of rows: a canvas paints what is looked at. */
function drawn(diagram: Diagram): void {
	const canvas = paint(layOut(diagram));
	for (let y = 0; y < canvas.height; y++) canvas.at(0, y);
}

const boxWidth = 20;
const boxHeight = 4;

function withDagre(diagram: Diagram): void {
	const graph = new dagre.graphlib.Graph({multigraph: true});
	graph.setGraph({rankdir: 'LR'});
	for (const node of diagram.nodes) graph.setNode(node.id, {width: boxWidth, height: boxHeight});
	for (const edge of diagram.edges) graph.setEdge(edge.from, edge.to, {}, edge.id);
	dagre.layout(graph);
}

const elk = new elkjs.default();

function withElk(diagram: Diagram): Promise<unknown> {
	return elk.layout({
		id: 'root',
		layoutOptions: {'elk.algorithm': 'layered'},
		children: diagram.nodes.map(({id}) => ({id, width: boxWidth, height: boxHeight})),
		edges: diagram.edges.map(({id, from, to}) => ({id, sources: [from], targets: [to]})),
	});
}

function withMermaid(diagram: Diagram): string {
	const nodes = diagram.nodes.map(({id, label}) => `  ${id}[${label}]`);
	const edges = diagram.edges.map(({from, to, label}) => `  ${from} -->${label ? `|${label}|` : ''} ${to}`);
	return renderMermaidASCII(['graph LR', ...nodes, ...edges].join('\n'));
}

/** What a peer takes, in milliseconds; why there is no answer where it fails, as some do on some graphs. */
async function beside(times: number, work: () => unknown): Promise<number | string> {
	try {
		return await quickest(times, work);
	} catch (error) {
		return error instanceof RangeError ? 'out of stack' : 'an error of its own';
	}
}

function told(name: string, taken: number | string, ours: number): string {
	if (typeof taken === 'string') return `${name} fails (${taken})`;
	return `${name} ${taken.toFixed(0)} ms, ${(taken / ours).toFixed(1)}×`;
}

/**
 * Milliseconds of the quickest of some rounds, by size: one of each size a round, so that a slow moment of the
 * machine strikes all alike, and before the peers, whose garbage would be collected meanwhile.
 */
async function ownTimes(): Promise<Map<number, number>> {
	const diagrams = sizes.map(size => [size, processOf(size)] as const);
	const best = new Map<number, number>();
	for (let round = 0; round < rounds; round++)
		for (const [size, diagram] of diagrams) {
			const taken = await quickest(1, () => drawn(diagram));
			best.set(size, Math.min(taken, best.get(size) ?? taken));
		}
	return best;
}

/** The figures of drawing, one by one. */
export async function measure(): Promise<Figure[]> {
	const rows: Figure[] = [];
	const own = await ownTimes();
	for (const size of sizes) {
		const diagram = processOf(size);
		const ours = own.get(size) ?? 0;
		const few = size > 500 ? 1 : 2;
		const peers: [name: string, taken: number | string][] = [
			['dagre', await beside(few, () => withDagre(diagram))],
			['elkjs', await beside(few, () => withElk(diagram))],
		];
		if (size <= mostForMermaid)
			peers.push(['beautiful-mermaid', await beside(few, () => withMermaid(diagram))]);
		const points = [['flowzap-tui', ours] as const, ...peers].flatMap(([series, taken]): Point[] =>
			typeof taken === 'number' ? [{series, size, milliseconds: taken}] : [],
		);
		rows.push({
			name: `layout and paint, ${size} nodes, ${diagram.edges.length} edges`,
			value: `${ours.toFixed(1)} ms`,
			peer: peers.map(([name, taken]) => told(name, taken, ours)).join('; '),
			points,
		});
	}
	rows.push({
		name: 'growth from 1,000 to 2,000 nodes',
		value: `${((own.get(2000) ?? 0) / (own.get(1000) ?? 1)).toFixed(2)}×`,
	});
	for (const [name, diagram] of [
		['chain of 10,000 nodes', chain(10_000)],
		['fan-out of 5,000 edges', star(5_000)],
		['two fan-outs of 4,000, joined crosswise', fans(4_000)],
		['complete graph of 60 nodes', complete(60)],
	] as const)
		rows.push({
			name: `layout and paint, ${name}`,
			value: `${(await quickest(1, () => drawn(diagram))).toFixed(0)} ms`,
		});
	return rows;
}

/** The diagram for Mermaid and for Graphviz, with the listed routes marked. */
import type {Diagram, Edge, Node} from '../../diagram/diagram.js';
import {numberOf} from '../../numbers.js';
import {harmless} from '../../text.js';
import {countText, type Ending, type Format, type Heading} from './format.js';
import {unreadWords} from './remarks.js';

/** How one language writes a diagram; ids are numbers, so that no name can be mistaken for markup. */
interface Language {
	begin(heading: Heading, remark: string): string[];
	lane(name: string, index: number, nodes: string[]): string[];
	node(node: Node, index: number, marked: boolean): string;
	edge(edge: Edge, from: number, to: number, marked: boolean): string;
	end(marked: readonly number[]): string[];
}

export const mermaid: Format = picture({
	begin: (_, remark) => ['flowchart LR', `  %% ${undirected(remark)}`],
	lane: (name, index, nodes) => [`  subgraph lane${index}["${entities(name)}"]`, ...nodes, '  end'],
	node(node, index) {
		const label = `"${entities(node.label)}"`;
		const shapes = {
			circle: `(${`(${label})`})`,
			rectangle: `[${label}]`,
			diamond: `{${label}}`,
			taskbox: `[[${label}]]`,
		};
		return `    node${index}${shapes[node.shape]}`;
	},
	edge(edge, from, to, marked) {
		const arrow = marked ? '==>' : edge.synthetic ? '-.->' : '-->';
		const label = edge.label === '' ? '' : `|"${entities(edge.label)}"|`;
		return `  node${from} ${arrow}${label} node${to}`;
	},
	end: marked =>
		marked.length === 0
			? []
			: [
					'  classDef walked stroke-width:3px',
					`  class ${marked.map(node => `node${node}`).join(',')} walked`,
				],
});

export const dot: Format = picture({
	begin: ({file}, remark) => [
		`// ${remark}`,
		`digraph "${escaped(file.name)}" {`,
		'  rankdir=LR',
		'  node [fontname="sans-serif"]',
	],
	lane: (name, index, nodes) => [
		`  subgraph cluster_${index} {`,
		`    label="${escaped(name)}"`,
		...nodes,
		'  }',
	],
	node(node, index, marked) {
		const shapes = {circle: 'ellipse', rectangle: 'box', diamond: 'diamond', taskbox: 'component'};
		return `    node${index} [label="${escaped(node.label)}", shape=${shapes[node.shape]}${marked ? ', penwidth=3' : ''}]`;
	},
	edge(edge, from, to, marked) {
		const style = edge.synthetic ? ', style=dashed' : '';
		return `  node${from} -> node${to} [label="${escaped(edge.label)}"${style}${marked ? ', penwidth=3' : ''}]`;
	},
	end: () => ['}'],
});

function picture(language: Language): Format {
	return {
		limit: 1000,
		sort: 'file',
		open(heading) {
			const nodes = new Set<string>();
			const edges = new Set<string>();
			return {
				begin: () => '',
				route(route) {
					for (const node of route.nodes) nodes.add(node);
					for (const edge of route.edges) edges.add(edge);
					return '';
				},
				end: ending => `${drawn(heading, language, ending, nodes, edges).join('\n')}\n`,
			};
		},
	};
}

function drawn(
	heading: Heading,
	language: Language,
	ending: Ending,
	nodes: ReadonlySet<string>,
	edges: ReadonlySet<string>,
): string[] {
	const {diagram} = heading;
	const index = new Map(diagram.nodes.map((node, place) => [node.id, place]));
	const place = (id: string) => index.get(id) ?? 0;
	const lane = (members: Diagram['nodes']) =>
		members.map(node => language.node(node, place(node.id), nodes.has(node.id)));
	return [
		...language.begin(heading, remarkOn(heading, ending)),
		...diagram.lanes.flatMap(({id, name}, number) => language.lane(name, number, lane(diagram.members(id)))),
		...diagram.edges.map(edge => language.edge(edge, place(edge.from), place(edge.to), edges.has(edge.id))),
		...language.end([...nodes].map(place)),
	];
}

/** How many routes there are, and which of them are marked; one line, harmless. */
function remarkOn(heading: Heading, {listed, cut}: Ending): string {
	const all = heading.subject === 'routes' ? 'all of them' : harmless(heading.subject);
	const marked = listed === 0 ? 'none' : cut ? `the first ${numberOf(listed)}` : all;
	return [`${countText(heading)}; marked: ${marked}`, ...unreadWords(heading.errors)].join('. ');
}

/** Without braces, so that a comment is never read as a directive. */
function undirected(text: string): string {
	return text.replaceAll('{', '(').replaceAll('}', ')');
}

/** Mermaid's own entities, so that a label is never read as markup. */
function entities(text: string): string {
	return harmless(text).replace(/[#"&<>`\\[\]{}()|;%]/g, character => `#${character.charCodeAt(0)};`) || ' ';
}

function escaped(text: string): string {
	return harmless(text).replace(/["\\]/g, '\\$&');
}

import test from 'ava';
import {lineFor, noTip} from '../../source/drill/event.js';
import {foreignText} from '../../source/syntax/foreign.js';

const foreign: Record<string, string> = {
	'a Mermaid diagram': 'flowchart LR\nA --> B',
	'a Mermaid diagram with front matter': '---\ntitle: x\n---\n%% comment\nsequenceDiagram\nA->>B: hi',
	'a Mermaid diagram in Markdown': 'Here it is:\n\n```mermaid\ngraph TD\nA-->B\n```\n',
	'a PlantUML diagram': "' by Ana\n@startuml\nA -> B\n@enduml",
	'a Graphviz graph': 'digraph G {\n  a -> b;\n}',
	'a D2 diagram': 'direction: right\na -> b: go\nb: {\n  shape: circle\n}\nx.shape: diamond',
	'a D2 diagram with a container': 'team: {\n a: Start\n b: End\n a -> b: go\n}',
	'a D2 diagram with two lines': 'a -> b: go\nb -> c',
	'XML, such as BPMN': '<?xml version="1.0"?>\n<definitions/>',
	JSON: '{"nodes": []}',
};

for (const [what, text] of Object.entries(foreign))
	test(`${what} is told in one line`, t => {
		t.like(foreignText(text), {
			code: 'foreign-language',
			message: `this is ${what.split(' with ')[0]?.split(' in M')[0]}, not FlowZap Code`,
		});
	});

test('the record of a drill is told as one, whatever diagram it holds', t => {
	const text = 'a {\nn1: circle label:"A"\nn1.handle(right) -> n2.handle(left)\n}';
	const fact = {type: 'open', file: {name: 'a.fz', text}};
	const [line] = lineFor(fact, noTip, {t: '2026-01-01T00:00:00.000Z', mono: 0});
	t.like(foreignText(`${line}\n`), {
		code: 'foreign-language',
		message: 'this is the record of a drill, not FlowZap Code',
	});
});

const own = [
	'graph {\nn1: circle label:"x"\n}',
	'journey { # The journey\nn1: circle\n}',
	'Journey { # Book\nbook-trip: circle\nbook-trip -> pay-now\n}',
	'timeline { # T\nn1.handle(right) -> n2.handle(left)\n}',
	'// flowchart LR\na {\nn1: circle\n}',
	'//LOOP:{\n',
	'a {\nn1: circle label:"```mermaid"\n}',
	'n1 -> n2: go\nn2: circle',
	'Team {\nask -> answer: go\nanswer -> ask: again\n}',
	'start: circel label:"Start"\nstart -> end: go\nend -> start: again',
	'n1: start\nn2: end\nn1 -> n2: go',
	'steps:\n  - name: a\n    next: b',
	'Commander: Incident commander {\nn1 -> n2: go\n}',
	'a -> b\nb -> c',
	'just some prose',
	'A -> B',
];

for (const text of own)
	test(`not taken for another language: ${JSON.stringify(text)}`, t => {
		t.is(foreignText(text), undefined);
	});

test('many separators take no time', t => {
	t.is(foreignText(`${'---\n\n'.repeat(5000)}x`), undefined);
	t.is(foreignText(`${' '.repeat(100_000)}x`), undefined);
});

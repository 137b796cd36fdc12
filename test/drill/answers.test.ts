import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {type Answer, answerFor, answersIn, walkBy} from '../../source/drill/answers.js';
import {begin} from '../../source/run/begin.js';
import type {Run, Switches} from '../../source/run/run.js';

const {diagram} = read(`A { # A
n1: circle label:"Day"
n2: circle label:"Night"
n3: rectangle label:"Page"
n4: rectangle label:"Call"
n1.handle(right) -> n3.handle(left)
n2.handle(right) -> n3.handle(bottom)
n2.handle(bottom) -> n4.handle(left)
}
`);

function walk(answers: readonly Answer[], switches: Partial<Switches> = {}) {
	const {run, problem} = walkBy(begin(diagram, switches), answers, () => undefined);
	return problem ?? nodesOf(run);
}

function nodesOf({steps}: Run): string {
	return [...steps].flatMap(({node, type}) => (type === 'end' ? [] : [node])).join(' ');
}

test('where to begin is answered under the name `start`', t => {
	const split: Partial<Switches> = {split: 'one'};
	t.is(walk([{node: 'start', choice: 'Day'}], split), 'n1 n3');
	t.is(
		walk(
			[
				{node: 'start', choice: 'N2'},
				{node: 'n2', choice: 'Call'},
			],
			split,
		),
		'n2 n4',
	);
	t.regex(
		walk([{node: 'start', choice: 'Dusk'}]),
		/^start has no choice Dusk; there are: start=Day, start=Night, start=all$/,
	);
});

test('what is no branch is offered by the word that answers it', t => {
	const asks: Partial<Switches> = {split: 'ask', starts: ['n2']};
	t.is(walk([], asks), 'n2 “Night” is not decided; there are: n2=Page, n2=Call, n2=all');
	t.is(walk([{node: 'n2', choice: 'all'}], asks), 'n2 n3 n4');
});

test('of branches that are called alike none is taken by that name; where it leads tells them apart', t => {
	const alike = read(`A { # A
n1: diamond label:"Go?"
n2: rectangle label:"Page"
n3: rectangle label:"Call"
n1.handle(right) -> n2.handle(left) [label="start"]
n1.handle(bottom) -> n3.handle(top) [label="Start"]
n1.handle(left) -> n3.handle(left) [label="start"]
}
`).diagram;
	const by = (choice: string) => {
		const {run, problem} = walkBy(begin(alike), [{node: 'n1', choice}], () => undefined);
		return problem ?? [...run.steps].map(({node}) => node).at(-1);
	};
	t.is(
		by('start'),
		'n1 “Go?” has several choices start; there are: n1=e1 (start, to n2 “Page”), n1=e2 (Start, to n3 “Call”), n1=e3 (start, to n3 “Call”)',
	);
	t.is(by('e1'), 'n2');
	t.is(by('Start'), 'n3');
	t.is(by('page'), 'n2');
	t.is(by('n2'), 'n2');
	t.regex(by('Call') ?? '', /has several choices Call; /);
	t.regex(by('Nobody') ?? '', /has no choice Nobody; /);
});

test('beyond a node of which a way out could not be read leads an answer only', t => {
	const broken = (edges: string) =>
		read(`A { # A
n1: circle label:"Go"
n2: rectangle label:"Page"
n3: rectangle label:"Call"
${edges}
}
`).diagram;
	const by = (edges: string, ...answers: Answer[]) => {
		const {run, problem} = walkBy(begin(broken(edges)), answers, () => undefined);
		return problem ?? nodesOf(run);
	};
	const one = 'n1.handle(right) -> n2.handle(left)\nn1.handle(bottom) -> n9.handle(left)';
	const unread = 'a way out of it could not be read';
	t.is(by(one), `n1 “Go” is not decided; ${unread}; there are: n1=Page`);
	t.is(by(one, {node: 'n1', choice: 'Page'}), 'n1 n2');
	const two = `${one}\nn1.handle(top) -> n3.handle(left)`;
	t.is(by(two), `n1 “Go” is not decided; ${unread}; there are: n1=all`);
	t.is(by(two, {node: 'n1', choice: 'all'}), 'n1 n2 n3');
	t.is(by('n1.handle(bottom) -> n9.handle(left)'), 'a way out of n1 “Go” could not be read');
});

test('a label with commas is listed in quotes, and is an answer with them and as it stands', t => {
	const branches = read(`A { # A
n1: diamond label:"Draining?"
n2: diamond label:"Sure?"
n3: circle label:"End"
n1.handle(right) -> n2.handle(left) [label="No, third time"]
n1.handle(bottom) -> n3.handle(top) [label="Yes"]
n2.handle(right) -> n3.handle(left) [label="Yes"]
n2.handle(bottom) -> n1.handle(left) [label="No"]
n2.handle(top) -> n3.handle(top) [label="No, n1=Yes"]
n2.handle(left) -> n3.handle(bottom) [label="\\"No\\", she said"]
}
`).diagram;
	const by = (text: string) => {
		const {run, problem} = walkBy(begin(branches), answersIn(text) ?? [], () => undefined);
		return problem ?? nodesOf(run);
	};
	t.is(by('n1=No'), 'n1 “Draining?” has no choice No; there are: n1="No, third time", n1=Yes');
	t.is(by('n1=No, third time,n2=Yes'), 'n1 n2 n3');
	t.is(by('n1="No, third time",n2=Yes'), 'n1 n2 n3');
	t.is(by('n1="No, third time", n2="Yes"'), 'n1 n2 n3');
	t.is(by('n1=No, third time,n2="No, n1=Yes"'), 'n1 n2 n3');
	t.is(by('n1=No, third time,n2=""No", she said"'), 'n1 n2 n3');
	for (const text of ['', 'n1', 'n1=', '=Yes', ',n1=Yes']) t.is(answersIn(text), undefined, text);
	const [edge] = branches.out('n1');
	t.is(edge && answerFor(branches, edge), 'No, third time');
});

test('a choice is called as it is shown, in whichever signs', t => {
	const shown = read(`A { # A
n1: diamond label:"Sure?"
n2: circle label:"Cafe\u0301"
n3: circle label:"B"
n4: circle label:"C"
n1.handle(right) -> n2.handle(left) [label="Touche\u0301"]
n1.handle(bottom) -> n3.handle(left) [label="Yes–sure"]
n1.handle(top) -> n4.handle(left) [label="No–way"]
n1.handle(left) -> n4.handle(bottom) [label="No-way"]
}
`).diagram;
	const by = (choice: string) => {
		const {run, problem} = walkBy(begin(shown), [{node: 'n1', choice}], () => undefined);
		return problem ?? nodesOf(run);
	};
	t.is(by('Touché'), 'n1 n2');
	t.is(by('café'), 'n1 n2');
	t.is(by('yes-sure'), 'n1 n3');
	t.regex(
		by('no'),
		/there are: n1=Touche\u0301, n1=Yes–sure, n1=e3 \(No–way, to n4 “C”\), n1=e4 \(No-way, to n4 “C”\)$/,
	);
});

test('an answer that nothing asks for where all ways are taken at once says that', t => {
	const wanted = {node: 'n2', choice: 'Call'};
	t.is(walk([wanted], {starts: ['n2']}), 'n2=Call was never asked for: all its ways are taken at once');
	t.is(walk([{node: 'n3', choice: 'Call'}], {starts: ['n2']}), 'n3=Call was never asked for');
});

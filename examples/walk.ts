/** Reads a FlowZap file, counts its routes, walks one by the answers given, and draws the way it went. */
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {
	begin,
	choices,
	choicesCalled,
	choose,
	countPaths,
	draw,
	frame,
	harmless,
	lightOf,
	onward,
	outcomeOf,
	paths,
	read,
} from 'flowzap-tui';

const [file = 'samples/blue-green.fz', ...answers] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const {diagram, problems} = read(text);
for (const problem of problems) console.error(frame(problem, {name: file, text}));

const {total, outcomes} = countPaths(diagram);
const amounts = outcomes.map(({outcome, count}) => `${count.value} ${outcome}`);
console.log(harmless(`${total.value} routes: ${amounts.join(', ')}`));
for (const {verdict, decisions} of paths(diagram)) {
	const taken = decisions.map(({node, choice}) => `${node}=${choice}`);
	console.log(harmless(`${verdict.outcome}: ${taken.join(', ')}`));
}

let run = onward(begin(diagram));
while (run.state === 'choosing') {
	const [choice, ...others] = choicesCalled(run, answers.shift() ?? '');
	if (!choice || others.length > 0) break;
	run = onward(choose(run, choice.id));
}
const labels = choices(run).map(({label}) => label);
if (labels.length > 0) console.log(harmless(`to choose: ${labels.join(', ')}`));
const {outcome, evidence} = outcomeOf(run);
const words = evidence.map(({label}) => `“${label}”`);
console.log(harmless(`${outcome} ${words.join(', ')}`));
console.log(draw(diagram, {columns: 80, light: lightOf(run)}));

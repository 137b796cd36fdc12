/** `coverage`: what the drills of a diagram have rehearsed. */
import type {Diagram} from '../diagram/diagram.js';
import {branchesOf, type Coverage, coverageOf, type Rehearsed} from '../drill/coverage.js';
import {plural} from '../numbers.js';
import {unreadWords} from '../paths/formats/remarks.js';
import {errorsIn} from '../problem.js';
import {harmless, json, pad, widest} from '../text.js';
import {say} from './characters.js';
import {type Command, UsageError} from './command.js';
import {load} from './load.js';
import {rehearsals} from './rehearsals.js';
import {quoted} from './shell.js';

export const coverage: Command = {
	name: 'coverage',
	summary: 'what the recorded drills of a diagram have walked, and what nobody has',
	operands: 'FILE [RECORD...]',
	options: {
		format: {type: 'string', oneOf: ['text', 'json'], help: 'text (the default) or JSON'},
	},
	examples: [
		['flowzap-tui coverage blue-green.fz', 'over all records of that file that were kept'],
		['flowzap-tui coverage blue-green.fz drills/*.jsonl', 'over these records'],
	],
	async run(world, given) {
		const [file, ...named] = given.words;
		if (file === undefined) throw new UsageError('name a .fz file');
		const loaded = await load(world, file);
		if ('exit' in loaded) return loaded.exit;
		const {diagram, source, problems} = loaded;
		const errors = errorsIn(problems);
		const {drills, exit} = await rehearsals(world, {name: file, text: source.text}, diagram, named);
		const found = coverageOf(diagram, drills);
		const format = given.value('format') ?? 'text';
		await say(
			world,
			format === 'json' ? asJson(found, errors) : asText(diagram, found, errors, file),
			format,
		);
		return exit;
	},
};

function asJson({drills, nodes, edges, next}: Coverage, errors: number): string {
	const report = {
		schema: 'flowzap-tui/coverage/1',
		errors,
		drills,
		nodes: [...nodes].map(([id, rehearsed]) => ({id, ...rehearsed})),
		edges: [...edges].map(([id, rehearsed]) => ({id, ...rehearsed})),
		next: next ?? null,
	};
	return `${json(report, '  ')}\n`;
}

function asText(
	diagram: Diagram,
	{drills, nodes, edges, next}: Coverage,
	errors: number,
	file: string,
): string {
	const walked = (all: ReadonlyMap<string, Rehearsed>) => {
		const some = [...all.values()].filter(({drills: times}) => times > 0).length;
		return `${some} of ${all.size}`;
	};
	const rows = branchesOf(diagram).map(({node, question, choice, edge}) => ({
		branch: `${harmless(node)} ${harmless(question)}: ${harmless(choice)}`,
		...(edges.get(edge) ?? {drills: 0, last: '', by: []}),
	}));
	const wide = widest(rows.map(({branch}) => branch));
	const lines = rows.map(({branch, drills: times, last, by}) => {
		const names = by.length > 0 ? [`with ${by.map(harmless).join(', ')}`] : [];
		const told = times === 0 ? 'never' : [`${times}×`, last.slice(0, 10), ...names].join('  ');
		return `  ${pad(branch, wide)}  ${told}`;
	});
	return [
		`${plural(drills, 'drill')} of ${harmless(file)}: ${walked(nodes)} nodes, ${walked(edges)} edges walked`,
		...unreadWords(errors),
		...(lines.length > 0 ? ['', 'Branches', ...lines] : []),
		'',
		...nextLines(next, errors, file),
		'',
	].join('\n');
}

function nextLines(next: Coverage['next'], errors: number, file: string): string[] {
	if (!next && errors > 0) return ['What could not be read has never been walked; `check` tells the errors.'];
	if (!next) return ['Nothing is left that a run by decisions would newly reach.'];
	const answers = next.decisions.map(({node, choice}) => `${node}=${choice}`).join(',');
	return [
		`Next best drill, with ${plural(next.edges.length, 'edge')} nobody has walked:`,
		`  flowzap-tui run ${quoted(file)}${answers ? ` --choose ${quoted(answers)}` : ''}`,
	];
}

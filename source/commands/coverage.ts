/** `coverage`: what the drills of a diagram have rehearsed. */
import {basename} from 'node:path';
import type {Diagram} from '../diagram/diagram.js';
import {type Coverage, coverageOf, type Rehearsal, type Rehearsed, rehearsalOf} from '../drill/coverage.js';
import {hashOf} from '../drill/event.js';
import {originIn} from '../drill/opening.js';
import {recordFolder, recordsIn} from '../drill/places.js';
import {readRecord} from '../drill/record.js';
import {replay} from '../drill/replay.js';
import type {World} from '../main.js';
import {type Outcomes, outcomesOf} from '../paths/outcome.js';
import {harmless, json, pad, width} from '../text.js';
import {type Command, UsageError} from './command.js';
import {load} from './load.js';
import {mostRecord} from './record.js';

export const coverage: Command = {
	name: 'coverage',
	summary: 'what the recorded drills of a diagram have walked, and what nobody has',
	operands: 'FILE [RECORD…]',
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
		const {diagram, source} = loaded;
		const outcomes = outcomesOf(diagram);
		const paths = named.length > 0 ? named : recordsIn(recordFolder(world.env, world.platform));
		const isMine = (name: string, sha256: string) =>
			named.length > 0 || name === basename(file) || sha256 === hashOf(source.text);
		const drills: Rehearsal[] = [];
		for (const path of paths) {
			const drill = await rehearsal(world, path, diagram, outcomes, isMine);
			if (drill === 'unreadable' && named.length > 0) return 4;
			if (typeof drill === 'object') drills.push(drill);
		}
		const found = coverageOf(diagram, drills);
		await world.write(given.value('format') === 'json' ? asJson(found) : asText(diagram, found, file));
		return 0;
	},
};

async function rehearsal(
	world: World,
	path: string,
	diagram: Diagram,
	outcomes: Outcomes,
	isMine: (name: string, sha256: string) => boolean,
): Promise<Rehearsal | 'unreadable' | undefined> {
	const complain = (what: string) => world.complain(`flowzap-tui: ${harmless(path)}: ${harmless(what)}\n`);
	const bytes = await world.read(path, mostRecord).catch(() => undefined);
	const record = bytes && readRecord(bytes);
	const origin = record && originIn(record.events);
	if (!record || !origin) {
		complain('this is no record of a drill');
		return 'unreadable';
	}
	if (!isMine(origin.name, origin.sha256)) return undefined;
	if (record.altered) {
		complain(`altered at line ${record.altered.line}; left out`);
		return undefined;
	}
	const replayed = replay(diagram, record.events, outcomes, true);
	if (replayed.diverged) complain(`counted up to line ${replayed.diverged.seq}: ${replayed.diverged.what}`);
	return rehearsalOf(record.events, replayed);
}

function asJson({drills, nodes, edges, next}: Coverage): string {
	const report = {
		schema: 'flowzap-tui/coverage/1',
		drills,
		nodes: [...nodes].map(([id, rehearsed]) => ({id, ...rehearsed})),
		edges: [...edges].map(([id, rehearsed]) => ({id, ...rehearsed})),
		next: next ?? null,
	};
	return `${json(report, '  ')}\n`;
}

function asText(diagram: Diagram, {drills, nodes, edges, next}: Coverage, file: string): string {
	const walked = (all: ReadonlyMap<string, Rehearsed>) => {
		const some = [...all.values()].filter(({drills: times}) => times > 0).length;
		return `${some} of ${all.size}`;
	};
	const rows = diagram.nodes
		.filter(({id}) => diagram.out(id).length > 1)
		.flatMap(node =>
			diagram.out(node.id).map(edge => ({
				branch: `${harmless(node.id)} ${harmless(node.label)}: ${harmless(edge.label || diagram.node(edge.to).label)}`,
				...(edges.get(edge.id) ?? {drills: 0, last: '', by: []}),
			})),
		);
	const wide = Math.max(0, ...rows.map(({branch}) => width(branch)));
	const lines = rows.map(({branch, drills: times, last, by}) => {
		const told = times === 0 ? 'never' : [`${times}×`, last.slice(0, 10), ...by.map(harmless)].join('  ');
		return `  ${pad(branch, wide)}  ${told}`;
	});
	return [
		`${drills} ${drills === 1 ? 'drill' : 'drills'} of ${harmless(file)}: ${walked(nodes)} nodes, ${walked(edges)} edges walked`,
		...(lines.length > 0 ? ['', 'Branches', ...lines] : []),
		'',
		...nextLines(next, file),
		'',
	].join('\n');
}

function nextLines(next: Coverage['next'], file: string): string[] {
	if (!next) return ['Nothing is left that a run by decisions would newly reach.'];
	const answers = next.decisions.map(({node, choice}) => `${node}=${choice}`).join(',');
	const quoted = /^[\w=,.-]*$/.test(answers) ? answers : `'${answers.replaceAll("'", "'\\''")}'`;
	const count = next.edges.length;
	return [
		`Next best drill, with ${count} ${count === 1 ? 'edge' : 'edges'} nobody has walked:`,
		`  flowzap-tui run ${harmless(file)}${answers ? ` --choose ${harmless(quoted)}` : ''}`,
	];
}

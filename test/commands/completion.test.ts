import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {shells} from '../../source/commands/completion.js';
import {allCommands} from '../../source/main.js';
import {carryOut} from '../helpers/command.js';
import {folder} from '../helpers/folder.js';
import {Screen} from '../helpers/terminal.js';

/** A command line to its end, and all that may stand there. */
const lines: readonly (readonly [line: string, offered: readonly string[]])[] = [
	['flowzap-tui dr', ['draw', 'drills/']],
	['flowzap-tui re', ['replay', 'report', 'resume']],
	['flowzap-tui draw --zoom ', ['compact', 'full', 'ids', 'map']],
	['flowzap-tui draw a.fz --format s', ['svg']],
	['flowzap-tui draw --sp', ['--spread']],
	['flowzap-tui fmt -w --ch', ['--check']],
	['flowzap-tui plan.fz --peo', ['--people']],
	['flowzap-tui draw pl', ['plan.fz']],
	['flowzap-tui check pl', ['plan.fz']],
	['flowzap-tui report dr', ['drill.jsonl', 'drills/']],
	['flowzap-tui replay drill.jsonl pl', ['plan.fz']],
	['flowzap-tui run plan.fz --record no', ['notes.txt']],
	['flowzap-tui completion ', Object.keys(shells).sort()],
];

/** A folder with files of every kind that is told apart. */
function workplace(t: ExecutionContext): string {
	const home = folder(t);
	for (const name of ['plan.fz', 'drill.jsonl', 'notes.txt']) writeFileSync(join(home, name), '');
	mkdirSync(join(home, 'drills'));
	return home;
}

async function scriptFor(shell: string): Promise<string> {
	const {out, exit} = await carryOut(['completion', shell]);
	if (exit !== 0) throw new Error(`exit ${exit}`);
	return out;
}

const here = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;
/** In a pipeline a shell may be missing; the skipped test says so. */
const where = (shell: string) => (here(shell) ? test : test.skip);

where('bash')('bash completes', async t => {
	const cwd = workplace(t);
	const script = await scriptFor('bash');
	const offered = (words: readonly string[]) => {
		const line = `COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))`;
		const ask = `${script}\n${line}\n_flowzap_tui 2>/dev/null\nprintf '%s\\n' "\${COMPREPLY[@]}" | sort -u`;
		return execFileSync('bash', ['-c', ask], {cwd, encoding: 'utf8'}).trim().split('\n');
	};
	for (const [line, expected] of lines)
		t.deepEqual(
			offered(line.split(' ')),
			expected.map(word => word.replace(/\/$/, '')),
			line,
		);
	t.deepEqual(offered(['flowzap-tui', 'draw', '--zoom', '=', 'c']), ['compact']);
	t.deepEqual(offered(['flowzap-tui', 'draw', '--zoom', '=']), ['compact', 'full', 'ids', 'map']);
});

where('fish')('fish completes', async t => {
	const cwd = workplace(t);
	const file = join(cwd, 'flowzap-tui.fish');
	writeFileSync(file, await scriptFor('fish'));
	t.is(execFileSync('fish', ['--no-execute', file], {encoding: 'utf8'}), '');
	for (const [line, expected] of lines) {
		const ask = `source ${file}; complete -C '${line}'`;
		const out = execFileSync('fish', ['--no-config', '-c', ask], {cwd, encoding: 'utf8'});
		const offered = out
			.trim()
			.split('\n')
			.map(row => row.split('\t')[0]);
		for (const word of expected) t.true(offered.includes(word), `${line}: ${offered}`);
		t.false(offered.includes('flowzap-tui.fish') && !line.includes('--record'), line);
	}
});

where('zsh')('zsh completes', async t => {
	const cwd = workplace(t);
	writeFileSync(join(cwd, 'script'), await scriptFor('zsh'));
	const screen = new Screen([], {
		cwd,
		command: ['zsh', '-f', '-i'],
		env: {PS1: '> ', TERM: 'xterm', HOME: cwd},
	});
	t.teardown(() => screen.stop());
	const type = async (line: string, shown: RegExp) => {
		screen.press('\x15\x0c', line);
		await t.notThrowsAsync(screen.shows(shown));
	};
	await type('autoload -U compinit; compinit -u -D; source ./script; print rea""dy\r', /^ready/m);
	await type('flowzap-tui dr\t', /^draw +-- print the lanes/m);
	await type(
		'flowzap-tui re\t\t',
		/replay +-- walk a recorded drill again[\s\S]*report +-- [\s\S]*resume +-- /,
	);
	await type('flowzap-tui draw --zoom=\t\t', /compact +full +ids +map/);
	await type('flowzap-tui draw a.fz --format s\t', /--format svg/);
	await type('flowzap-tui draw --sp\t', /draw --spread=/);
	await type('flowzap-tui plan.fz --peo\t', /plan.fz --people=/);
	await type('flowzap-tui draw pl\t', /draw plan.fz/);
	await type('flowzap-tui report dr\t\t', /drill.jsonl +drills\//);
	await type('flowzap-tui replay drill.jsonl pl\t', /drill.jsonl plan.fz/);
	await type('flowzap-tui run plan.fz --record=no\t', /--record=notes.txt/);
	await type('flowzap-tui completion z\t', /completion zsh/);
});

test('every command and every option is in every script', async t => {
	for (const shell of Object.keys(shells)) {
		const script = await scriptFor(shell);
		for (const {name, options} of await allCommands()) {
			t.regex(script, new RegExp(`\\b${name}\\b`));
			for (const option of Object.keys(options))
				t.regex(script, new RegExp(`(--|-l )${option}\\b`), `${shell} ${name}`);
		}
	}
});

test('another shell is refused', async t => {
	const {exit, err} = await carryOut(['completion', 'csh']);
	t.is(exit, 2);
	t.regex(err, /bash, zsh, fish/);
});

import {spawnSync} from 'node:child_process';
import {appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {parse} from 'yaml';
import {carryOut} from '../helpers/command.js';
import {type Workplace, workplace} from '../helpers/workplace.js';

const page = readFileSync('docs/recipes.md', 'utf8');

function blocks(language: string): string[] {
	return Array.from(
		page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')),
		([, text = '']) => text,
	);
}

/** A repository in the workplace with the samples committed. */
async function repository(t: ExecutionContext): Promise<Workplace> {
	const place = workplace(t);
	const {exit, output} = await place.shell(
		'git init -q -b main && git config user.name Ana && git config user.email ana@example.org && git add samples && git commit -q -m samples',
	);
	t.is(exit, 0, output);
	return place;
}

/** Leads the branch “No” of the smoke tests somewhere else. */
function change({path}: Workplace): void {
	const file = join(path, 'samples/blue-green.fz');
	writeFileSync(
		file,
		readFileSync(file, 'utf8').replace(
			'n11.handle(bottom) -> n13.handle(top)',
			'n11.handle(bottom) -> n9.handle(bottom)',
		),
	);
}

test('every command line of the recipes works', async t => {
	const place = await repository(t);
	const lines = blocks('sh').flatMap(block => block.trim().split('\n'));
	t.true(lines.length > 10);
	for (const line of lines) {
		if (line === 'git diff') change(place);
		const {exit, output} = await place.shell(line);
		t.is(exit, 0, `${line}\n${output}`);
		if (line === 'git diff') t.regex(output, /Routes: 6 → 8/);
		if (line.includes('grep -c')) t.is(output, '2\n');
	}
});

test('the check for pull requests comments on the routes and fails on mistakes', async t => {
	const place = await repository(t);
	const [workflow = ''] = blocks('yaml');
	const {steps} = parse(workflow).jobs.runbooks as {steps: {name?: string; run?: string}[]};
	const step = async (name: string) => {
		const script = join(place.path, 'step.sh');
		writeFileSync(script, steps.find(one => one.name === name)?.run ?? 'exit 70');
		return place.shell(
			'GITHUB_BASE_REF=main NUMBER=7 GITHUB_STEP_SUMMARY=.summary bash -e -o pipefail step.sh',
		);
	};
	const commit = async (line: string) => {
		const {exit, output} = await place.shell(`${line} && git add -A . ':!.*' && git commit -q -m change`);
		t.is(exit, 0, output);
	};
	const text = (name: string) => readFileSync(join(place.path, name), 'utf8');
	const gh = [
		'#!/bin/sh',
		'case "$2" in view) touch .comment; exec cat .comment ;; esac',
		'echo "$@" >> .gh.log',
		'case "$*" in *--body-file*) cat > .comment ;; *) for body; do :; done; echo "$body" > .comment ;; esac',
	];
	writeFileSync(join(place.path, '.bin/gh'), `${gh.join('\n')}\n`, {mode: 0o755});
	writeFileSync(join(place.path, '.gitignore'), '.*\nroutes.md\nstep.sh\n');
	await commit(
		'cp samples/saga.fz samples/old.fz && cp samples/api-gateway.fz "samples/Ausrückplan zwei.fz"',
	);
	await place.shell('git update-ref refs/remotes/origin/main main && git checkout -q -b change');
	t.is((await step('Routes')).exit, 0);
	t.is((await step('Comment')).exit, 0);
	t.false(existsSync(join(place.path, '.gh.log')), 'no comment where no diagram changed');
	t.is((await step('Check')).exit, 0);

	change(place);
	mkdirSync(join(place.path, 'new'));
	writeFileSync(
		join(place.path, '-new.fz'),
		'a { # A\nn1: circle label:"Start"\nn2: circle label:"Done"\nn1.handle(right) -> n2.handle(left)\n}\n',
	);
	appendFileSync(
		join(place.path, 'samples/Ausrückplan zwei.fz'),
		'lane { # L\nx1: circle label:"Alone"\nx2: circle label:"Gone"\nx1.handle(right) -> x2.handle(left)\n}\n',
	);
	await commit('git mv samples/blue-green.fz new/renamed.fz && git rm -q samples/old.fz');
	const {exit, output} = await step('Routes');
	t.is(exit, 0, output);
	t.is(text('.summary'), text('routes.md'));
	t.is((await step('Comment')).exit, 0);
	t.is(text('.gh.log'), 'pr comment 7 --edit-last --create-if-none --body-file -\n');
	t.is(text('.comment'), text('routes.md'));
	const told = text('.comment').match(/^(?:## .*|\*\*.*)$/gm);
	t.deepEqual(told, [
		'## /dev/null → -new.fz',
		'**0 → 1 routes**',
		'## samples/blue-green.fz → new/renamed.fz',
		'**6 → 8 routes**',
		'## samples/Ausrückplan zwei.fz → samples/Ausrückplan zwei.fz',
		'**6 whole runs**',
		'**12 → 13 routes**',
		'## samples/old.fz → /dev/null',
		'**6 → 0 routes**',
	]);

	const row = `| ${'ü'.repeat(100)} |\n`;
	writeFileSync(join(place.path, 'routes.md'), row.repeat(2000));
	t.is((await step('Comment')).exit, 0);
	const cut = text('.comment');
	t.true(cut.length < 65_536 && cut.startsWith(row.repeat(200)));
	t.is(cut.replaceAll(row, ''), '\n> Cut here: the whole is in the summary of the run.\n');

	appendFileSync(join(place.path, 'samples/saga.fz'), 'nonsense here\n');
	const checked = await step('Check');
	t.not(checked.exit, 0);
	t.regex(checked.output, /^::error file=samples\/saga\.fz,line=\d+/m);

	await commit('git checkout -q main -- samples && git rm -q -r -f new ./-new.fz');
	t.is((await step('Routes')).exit, 0);
	t.is((await step('Comment')).exit, 0);
	t.regex(text('.comment'), /Cut here/, 'a comment on something else stays');
	writeFileSync(join(place.path, '.comment'), '## /dev/null → -new.fz\n');
	t.is((await step('Comment')).exit, 0);
	t.is(text('.comment'), 'No diagram is changed any more.\n', 'a later push took all changes back');
	t.is((await step('Comment')).exit, 0);
	t.is(text('.gh.log').match(/--body No/g)?.length, 1);

	await commit('git rm -q -r -f samples');
	t.deepEqual(await step('Check'), {exit: 0, output: ''}, 'a repository without diagrams');
});

test('what the recipes install comes from a clone, as in the README', t => {
	t.notRegex(page, /npm (?:install|i|exec)\b.* flowzap-tui\b|npx flowzap-tui\b/);
	t.regex(readFileSync('README.md', 'utf8'), /`npm install --global \.`/);
	t.true(page.includes('npm install --global .\n'));
});

test('the problem matcher of VS Code finds every problem', async t => {
	const [tasks = ''] = blocks('json');
	const {pattern} = JSON.parse(tasks).tasks[0].problemMatcher;
	const text =
		'a {\nn1: circle label="Start"\nn2: oval label:"x"\nn3: diamond label:"y [z]"\nn1.handle(right) -> n3.handle(left)\n}\n';
	const read = async () => new TextEncoder().encode(text);
	const {out} = await carryOut(['check', 'x.fz'], {read});
	const told = JSON.parse((await carryOut(['check', 'x.fz', '--format', 'json'], {read})).out).files[0]
		.problems;
	t.true(told.length > 1);
	const matched = out.split('\n').flatMap(line => {
		const found = new RegExp(pattern.regexp).exec(line);
		return found
			? [
					{
						line: Number(found[pattern.line]),
						column: Number(found[pattern.column]),
						severity: found[pattern.severity],
						message: found[pattern.message],
						code: found[pattern.code],
					},
				]
			: [];
	});
	t.deepEqual(
		matched,
		told.map(({line, column, severity, message, code}: Record<string, unknown>) => ({
			line,
			column,
			severity,
			message,
			code,
		})),
	);
});

const hasVim = spawnSync('vim', ['--version']).status === 0;

(hasVim ? test : test.skip)('the errorformat of Vim finds every problem', async t => {
	const {path, env} = workplace(t);
	const text = 'a {\nn1: circle label="Start"\nn2: oval label:"x"\n}\n';
	writeFileSync(join(path, 'x y.fz'), text);
	const [settings = ''] = blocks('vim');
	writeFileSync(join(path, 'fz.vim'), settings);
	const script = [
		'source fz.vim',
		'silent make!',
		'call writefile(map(filter(getqflist(), "v:val.valid"), "v:val.lnum . \' \' . v:val.col . \' \' . v:val.type"), "list")',
		'qall!',
	];
	spawnSync('vim', ['-u', 'NONE', '-N', '-es', ...script.flatMap(line => ['-c', line]), 'x y.fz'], {
		cwd: path,
		env,
	});
	const {out} = await carryOut(['check', 'x.fz', '--format', 'json'], {
		read: async () => new TextEncoder().encode(text),
	});
	const told = JSON.parse(out).files[0].problems as {line: number; column: number; severity: string}[];
	t.true(told.length > 1);
	t.is(
		readFileSync(join(path, 'list'), 'utf8'),
		told.map(({line, column, severity}) => `${line} ${column} ${severity[0]}\n`).join(''),
	);
});

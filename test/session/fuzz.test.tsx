import {readFileSync} from 'node:fs';
import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import {renderToString} from 'ink';
import {read} from '../../source/diagram/read.js';
import {randomFrom} from '../../source/random.js';
import {Screen} from '../../source/screen/app.js';
import {bodyOf} from '../../source/screen/body.js';
import {drawingRows} from '../../source/screen/drawing.js';
import {themeOf} from '../../source/screen/theme.js';
import {type Action, type Intent, isEffect} from '../../source/session/action.js';
import {interpret} from '../../source/session/interpret.js';
import {standardKeys} from '../../source/session/keys.js';
import {fieldOf, pageOver} from '../../source/session/panels.js';
import {reduce} from '../../source/session/reduce.js';
import type {Session} from '../../source/session/session.js';
import {arrangementOf, viewOf} from '../../source/session/view.js';
import {frame} from '../../source/terminal/frame.js';
import {width} from '../../source/text.js';
import {at, sessionOf} from '../helpers/session.js';

const keys = standardKeys.flatMap(binding => binding.keys);
const files = ['samples/blue-green.fz', 'samples/saga.fz', 'samples/api-gateway.fz'];
const sizes = [
	[80, 24],
	[120, 40],
	[200, 60],
	[60, 16],
	[40, 10],
	[39, 9],
	[1, 1],
	[100, 30],
	[180, 50],
	[300, 100],
] as const;

function begin(file: string): Session {
	const text = readFileSync(file, 'utf8');
	return sessionOf(text, {source: {name: file, text}, theme: 'dark', size: {columns: 120, rows: 40}});
}

/** Something that may happen next: mostly a key, at times a resize, a tick, a click, a changed file, or text typed. */
function happening(session: Session, random: () => number): readonly Intent[] {
	const one = <T,>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const dice = random();
	if (dice < 0.03) {
		const [columns, rows] = one(sizes);
		return [{type: 'resize', size: {columns, rows}}];
	}
	if (dice < 0.05) return [{type: 'tick', now: at(session.now.steady + 1000)}];
	if (dice < 0.08) return [{type: 'click', x: Math.floor(random() * 200), y: Math.floor(random() * 60)}];
	if (dice < 0.09) {
		const text = readFileSync(one(files), 'utf8').slice(0, Math.floor(random() * 4000));
		return [{type: 'reload', source: {name: 'changed.fz', text}, ...read(text)}];
	}
	if (dice < 0.25 && fieldOf(session))
		return [{type: 'type', text: one(['', 'a', 'stock', 'show n', 'x'.repeat(300), '界界', '\x1b[2J'])}];
	if (dice < 0.3) return interpret(session, one(['enter', 'escape', 'up', 'down']));
	return interpret(session, one(keys));
}

function check(session: Session): string | undefined {
	const {columns} = session.size;
	const {camera, drawing} = session;
	const view = viewOf(session);
	const {below, side, body} = arrangementOf(session);
	if (camera.x < 0 || camera.y < 0) return 'the view is left of or above the drawing';
	if (camera.x > Math.max(0, drawing.layout.width - view.width)) return 'the view is right of the drawing';
	if (camera.y > Math.max(0, drawing.layout.height - view.height)) return 'the view is below the drawing';
	if (view.height + below > Math.max(1, body) || view.width + side > columns)
		return 'the parts are larger than the screen';
	return undefined;
}

function checkFrame(session: Session): string | undefined {
	const {columns, rows} = session.size;
	const text = renderToString(<Screen session={session} dispatch={() => {}} />, {columns});
	const isTiny = arrangementOf(session).kind === 'tiny';
	const hasBody = !pageOver(session) && !isTiny;
	const body = hasBody
		? bodyOf(session, {theme: themeOf(session.theme, 1), characters: 'unicode'})
		: undefined;
	const taken = text.split('\n').length + (body?.rows.length ?? 0);
	if (taken > rows || (!isTiny && taken < rows)) return `${taken} rows on a screen of ${rows}`;
	const wide = frame(text, session.size, body).find(
		row => width(stripVTControlCharacters(row.text)) > columns,
	);
	if (wide !== undefined) return `more than the ${columns} columns of the screen: ${wide.text}`;
	const view = viewOf(session);
	const drawn = drawingRows(session, themeOf(session.theme, 1), 'walked');
	const odd = drawn.find(row => width(stripVTControlCharacters(row)) !== view.width);
	return odd === undefined ? undefined : `a row of the drawing is not ${view.width} columns: ${odd}`;
}

for (const [index, file] of files.entries())
	test(`whatever is asked of ${file}, the screen keeps its size`, t => {
		const random = randomFrom(20 + index);
		let session = begin(file);
		let last: Action | undefined;
		for (let step = 0; step < 3400; step += 1) {
			for (const intent of happening(session, random)) {
				if (isEffect(intent)) continue;
				last = intent;
				session = reduce(session, intent);
			}
			const wrong = check(session) ?? (step % 8 === 0 ? checkFrame(session) : undefined);
			if (wrong !== undefined)
				return t.fail(
					`after step ${step}, ${JSON.stringify(last)}, at ${JSON.stringify(session.size)}: ${wrong}`,
				);
		}
		t.pass();
	});

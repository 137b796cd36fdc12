/** The seen part of the drawing, as styled rows for the frame sink. */
import {keptApart} from '../bidi.js';
import type {CharacterSet, Run} from '../canvas/canvas.js';
import {spelled} from '../canvas/signs.js';
import type {LaneBox} from '../layout/geometry.js';
import {lightOf} from '../session/light.js';
import type {Session} from '../session/session.js';
import {viewOf} from '../session/view.js';
import {width} from '../text.js';
import type {Look, Theme} from './theme.js';

/** What was not walked stands back as the lanes do. */
function dimmed(run: Run): Run {
	return run.lit !== 'plain' || run.role === 'title' ? run : {...run, role: 'lane'};
}

/** The border of a lane from column `from`: where its name begins to the left of that, it moves into sight. */
function named(
	runs: readonly Run[],
	{title, titleX}: LaneBox,
	from: number,
	set: CharacterSet,
): readonly Run[] {
	const sign = runs.find(({role}) => role === 'lane')?.text.slice(0, 1);
	if (titleX >= from || sign === undefined) return runs;
	const border = unnamed(runs, sign);
	const text = keptApart(` ${spelled(title, set)} `);
	const at = border.findIndex(run => run.role === 'lane' && run.width >= width(text) + 2);
	const run = border[at];
	if (!run) return runs;
	const end = width(text) + 1;
	const parts: readonly Run[] = [
		{...run, text: run.text.slice(0, 1), width: 1},
		{...run, text, width: width(text), role: 'title'},
		{...run, text: run.text.slice(end), width: run.width - end},
	];
	return border.toSpliced(at, 1, ...parts);
}

/** What is left of a name in a border becomes border, one with that beside it. */
function unnamed(runs: readonly Run[], sign: string): Run[] {
	const result: Run[] = [];
	for (const run of runs) {
		const own: Run = run.role === 'title' ? {...run, role: 'lane', text: sign.repeat(run.width)} : run;
		const last = result.at(-1);
		if (last?.role === 'lane' && own.role === 'lane')
			result[result.length - 1] = {...last, text: last.text + own.text, width: last.width + own.width};
		else result.push(own);
	}
	return result;
}

/** Rows of exactly the view's width; what was walked has the look `walked`. */
export function drawingRows(session: Session, theme: Theme, walked: Look): string[] {
	const {camera, drawing} = session;
	const view = viewOf(session);
	const light = lightOf(session);
	const shaded = (run: Run) => (session.shade === 'dim' ? dimmed(run) : run);
	const lanes = new Map(drawing.layout.lanes.map(lane => [lane.y, lane]));
	return Array.from({length: view.height}, (_, row) => {
		const y = camera.y + row;
		const runs = drawing.canvas.row(y, camera.x, camera.x + view.width, light);
		const lane = lanes.get(y);
		return theme.cells((lane ? named(runs, lane, camera.x, session.characters) : runs).map(shaded), walked);
	});
}

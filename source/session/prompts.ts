/** What is asked of the person, in words: before a text field, and in the questions that a yes or a no answers. */

import {baseName} from '../drill/opening.js';
import {choices} from '../run/choices.js';
import {stepCount} from '../run/walked.js';
import {cut, harmless} from '../text.js';
import type {FieldName, PanelName, QuestionName} from './action.js';
import {here, type Session} from './session.js';

/** Stands before what is typed into a field, where nothing more is to be said. */
const prompts: Readonly<Record<FieldName, string>> = {
	palette: ':',
	search: '/',
	branch: 'branch: ',
	note: 'note: ',
	why: 'why: ',
	action: 'action item (@owner !due): ',
	inject: 'inject: ',
	expect: 'expected outcome: ',
	export: 'write trail and drawing to: ',
};

/** Columns of a branch, a node or an outcome that a prompt names. */
const mostNamed = 30;

/**
 * Stands before what is typed into the open field; a note names its node, a reason that is demanded the branch that waits for
 * it, what is to be expected that which is expected now.
 */
export function promptOf({
	panel,
	run,
	size,
	drill,
}: Pick<Session, 'panel' | 'run' | 'size' | 'drill'>): string {
	if (!panel) return '';
	const short = (name: string) => cut(harmless(name), Math.min(mostNamed, size.columns >> 2));
	if (panel.name === 'expect' && drill.expected) return `expected (${short(drill.expected)}): `;
	const at = here({run});
	const place = at === undefined ? '' : short(run.diagram.node(at).label);
	if ((panel.name === 'note' || panel.name === 'inject') && place !== '')
		return `${panel.name} at ${place}: `;
	const branch = panel.branch !== undefined && choices(run)[panel.branch - 1];
	if (panel.name === 'why' && branch) return `why ${cut(harmless(branch.label), mostNamed)}: `;
	const all: Partial<Readonly<Record<PanelName, string>>> = prompts;
	return all[panel.name] ?? '';
}

/** The question, without its answers. */
export function questionText({drill, source}: Session, name: QuestionName): string {
	if (name === 'copy') return 'copy the trail to the clipboard of your terminal?';
	if (name === 'copy drawing') return 'copy the drawing to the clipboard of your terminal?';
	if (name === 'quit') {
		const what = drill.record ? 'not safe' : 'not recorded';
		return `${what}: quit, lose notes?`;
	}
	const {unfinished} = drill;
	if (!unfinished) return '';
	const began = unfinished.began.slice(0, 16).replace('T', ' ');
	const of = unfinished.file === baseName(source.name) ? '' : ` of ${harmless(unfinished.file)}`;
	return `resume the drill${of} of ${began} UTC, at step ${stepCount(unfinished.run)}?`;
}

/** The status line while a text is typed. */
import {Box} from 'ink';
import TextInput from 'ink-text-input';
import type {ReactNode} from 'react';
import type {Action, FieldName, QuestionName} from '../session/action.js';
import type {Session} from '../session/session.js';
import {stepCount} from '../session/trail.js';
import {fieldRows, promptColumns} from '../session/view.js';
import {Line, type Row} from './line.js';

const prompts: Readonly<Record<FieldName, string>> = {
	palette: ':',
	search: '/',
	note: 'note: ',
	why: 'why: ',
	action: 'action item (@owner !due): ',
	inject: 'inject: ',
	expect: 'expected outcome: ',
	export: 'write trail and drawing to: ',
};

export function Field({
	session,
	name,
	dispatch,
}: {
	readonly session: Session;
	readonly name: FieldName;
	readonly dispatch: (action: Action) => void;
}): ReactNode {
	const {columns} = session.size;
	const prompt = prompts[name];
	const after = hits(session);
	const rows = fieldRows(session);
	return (
		<Box width={columns} height={rows} overflow="hidden">
			<Box width={prompt.length + 1} flexShrink={0}>
				<Line row={[' ', ['key', prompt]]} columns={prompt.length + 1} />
			</Box>
			<Box width={columns - promptColumns} height={rows} overflow="hidden">
				<TextInput value={session.panel?.text ?? ''} onChange={text => dispatch({type: 'type', text})} />
			</Box>
			{after && (
				<Line row={[['dim', after]]} columns={columns - prompt.length - 1 - (columns - promptColumns)} />
			)}
		</Box>
	);
}

function hits({panel, found}: Session): string {
	if (panel?.name !== 'search' || panel.text.trim() === '') return '';
	return found?.nodes.length ? `${found.at + 1} of ${found.nodes.length}` : 'none';
}

/** A question that Enter answers with yes. */
export function questionRow(session: Session, name: QuestionName): Row {
	const text =
		name === 'copy' ? 'copy the trail to the clipboard of your terminal?' : resumeQuestion(session);
	return [' ', ['strong', text], ['dim', '  Enter yes, Esc no']];
}

function resumeQuestion({drill}: Session): string {
	const {unfinished} = drill;
	if (!unfinished) return '';
	const began = unfinished.began.slice(0, 16).replace('T', ' ');
	return `go on with the drill of ${began} UTC, at step ${stepCount(unfinished.run)}?`;
}

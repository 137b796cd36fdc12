/** The status line while a text is typed. */
import {Box} from 'ink';
import TextInput from 'ink-text-input';
import type {ReactNode} from 'react';
import type {Action, FieldName} from '../session/action.js';
import type {Session} from '../session/session.js';
import {fieldRows, promptColumns} from '../session/view.js';
import {Line, type Row} from './line.js';

const prompts: Readonly<Record<FieldName, string>> = {
	palette: ':',
	search: '/',
	note: 'note: ',
	why: 'why: ',
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

/** The question before a copy is made. */
export const copyQuestion: Row = [
	' ',
	['strong', 'copy the trail to the clipboard of your terminal?'],
	['dim', '  Enter yes, Esc no'],
];

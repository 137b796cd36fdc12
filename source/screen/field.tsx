/** The status line while a text is typed. */
import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import type {ReactNode} from 'react';
import type {Run} from '../run/run.js';
import type {Action, QuestionName} from '../session/action.js';
import {branchesCalled} from '../session/branch.js';
import {promptOf, questionText} from '../session/prompts.js';
import {outcomeCalled} from '../session/rehearse.js';
import type {Session} from '../session/session.js';
import {fieldColumns, fieldRows} from '../session/view.js';
import {clusters, cut, width} from '../text.js';
import {Line, type Row} from './line.js';
import {shown} from './signs.js';

export function Field({
	session,
	dispatch,
}: {
	readonly session: Session;
	readonly dispatch: (action: Action) => void;
}): ReactNode {
	const {columns} = session.size;
	const prompt = promptOf(session);
	const field = fieldColumns(session);
	const before = Math.min(width(prompt) + 1, columns - field);
	const after = columns - before - field;
	const rows = fieldRows(session);
	return (
		<Box width={columns} height={rows} overflow="hidden">
			{before > 0 && (
				<Box width={before} flexShrink={0}>
					<Line row={[' ', ['key', prompt]]} columns={before} />
				</Box>
			)}
			<Box width={field} height={rows} overflow="hidden" flexDirection="column" justifyContent="flex-end">
				{/* Of a text that is longer, its end is in sight, where the person writes. */}
				<Box flexShrink={0}>
					<Typed session={session} columns={field} dispatch={dispatch} />
				</Box>
			</Box>
			{after > 0 && <Line row={[['dim', hits(session)]]} columns={after} />}
		</Box>
	);
}

/** The text with its cursor: ink-text-input has what stands before it, and knows no other place than its end. */
function Typed({
	session,
	columns,
	dispatch,
}: {
	readonly session: Session;
	readonly columns: number;
	readonly dispatch: (action: Action) => void;
}): ReactNode {
	const {text = '', behind = '', edits} = {...session.panel};
	const before = text.slice(0, text.length - behind.length);
	const [here, ...rest] = clusters(behind).map(cluster => cluster.text);
	// Of what stands behind the cursor so much is shown as leaves the cursor in sight.
	const room = Math.max(columns, fieldRows(session) * columns - width(before) - 2);
	return (
		<Text>
			<TextInput
				key={edits}
				value={before}
				showCursor={here === undefined}
				onChange={written => dispatch({type: 'type', text: written + behind})}
			/>
			<Text inverse>{here}</Text>
			{cut(rest.join(''), room, shown('…', session.characters))}
		</Text>
	);
}

function hits(session: Session): string {
	const {panel, found, run} = session;
	if (panel?.name === 'branch') return fitting(run, panel.text);
	if (panel?.name === 'expect' && panel.text.trim() !== '')
		return outcomeCalled(session, panel.text) === undefined ? 'unknown' : '';
	if (panel?.name !== 'search' || panel.text.trim() === '') return '';
	return found?.nodes.length ? `${found.at + 1} of ${found.nodes.length}` : 'none';
}

/** Which branch Enter would take. */
function fitting(run: Run, text: string): string {
	if (text.trim() === '') return '';
	const [number, ...more] = branchesCalled(run, text);
	if (number === undefined) return 'none';
	return more.length > 0 ? `${more.length + 1} begin so` : `Enter takes ${number}`;
}

/** A question; a key that does not answer it is told so. What answers it stands first, so that it is never cut off. */
export function questionRow(session: Session, name: QuestionName): Row {
	return [' ', [session.notice ? 'warning' : 'key', 'y/n'], '  ', ['strong', questionText(session, name)]];
}

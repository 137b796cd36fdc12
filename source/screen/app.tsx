/** The screen: the one component with a state, which is the store's. */
import {Box} from 'ink';
import {type ReactNode, useMemo, useSyncExternalStore} from 'react';
import type {Action} from '../session/action.js';
import {headerRows} from '../session/arrange.js';
import {fieldOf, pageOver, questionOf} from '../session/panels.js';
import type {Session} from '../session/session.js';
import {waysAhead} from '../session/shares.js';
import type {Store} from '../session/store.js';
import {arrangementOf, fieldRows} from '../session/view.js';
import {aheadRows} from './ahead.js';
import {Field, questionRow} from './field.js';
import {hintRow} from './footer.js';
import {headerRow, outcomeRow, unsafe} from './header.js';
import {Line, type Row, Rows, StyleContext, widthOf} from './line.js';
import {listTargets} from './lists.js';
import {pageRows} from './page.js';
import {statusRow} from './status.js';
import {type Depth, themeOf} from './theme.js';

type Dispatch = (action: Action) => void;

/** The screen of a session that changes. */
export function App({
	store,
	depth,
}: {
	readonly store: Store<Session, Action>;
	readonly depth: Depth;
}): ReactNode {
	const session = useSyncExternalStore(store.subscribe, store.get);
	const {theme, characters} = session;
	const style = useMemo(() => ({theme: themeOf(theme, depth), characters}), [theme, depth, characters]);
	return (
		<StyleContext value={style}>
			<Screen session={session} dispatch={store.dispatch} />
		</StyleContext>
	);
}

/** The rows of a session's screen that Ink draws: all around the drawing, or a page. body.ts has the others. */
export function Screen({
	session,
	dispatch,
}: {
	readonly session: Session;
	readonly dispatch: Dispatch;
}): ReactNode {
	const {size} = session;
	const page = pageOver(session);
	const {kind, body} = arrangementOf(session);
	if (kind === 'tiny') return <Tiny session={session} dispatch={dispatch} />;
	return (
		<Box flexDirection="column" width={size.columns}>
			<Header session={session} />
			{page && <Rows list={pageRows(session, page, body)} columns={size.columns} rows={body} />}
			<Status session={session} dispatch={dispatch} />
			<Line row={hintRow(session, size.columns)} columns={size.columns} />
		</Box>
	);
}

function Header({session}: {readonly session: Session}): ReactNode {
	const {columns} = session.size;
	const row = headerRow(session, columns);
	return (
		<Box height={headerRows} flexShrink={0}>
			<Line row={row} right={outcomeRow(session, columns - widthOf(row) - 1)} columns={columns} />
		</Box>
	);
}

function Status({session, dispatch}: {readonly session: Session; readonly dispatch: Dispatch}): ReactNode {
	const field = fieldOf(session);
	if (field) return <Field key={field} session={session} dispatch={dispatch} />;
	const question = questionOf(session);
	const row = question ? questionRow(session, question) : statusRow(session, session.size.columns);
	return <Line row={row} columns={session.size.columns} />;
}

/** Whether the status line has more to tell than where the token is. */
function speaks(session: Session): boolean {
	return session.notice !== undefined || session.panel !== undefined || unsafe(session).length > 0;
}

/** What stands under the choice, in the rows that it leaves: what Enter does in the palette, else that there is another way. */
function lastRows(session: Session, free: number): readonly Row[] {
	if (session.panel?.name === 'palette') {
		const rows = Math.max(1, free);
		// The heading says how many there are, and has no row here.
		return listTargets(session, session.size.columns, rows + 1)
			.slice(1)
			.map(({row}) => row);
	}
	const [long, short] = ['small window: try --plain', 'try --plain'];
	return free > 0 ? [[' ', ['dim', session.size.columns > long.length ? long : short]]] : [];
}

/** Too small for a drawing: what to choose, and around it as much as there are rows for. */
function Tiny({session, dispatch}: {readonly session: Session; readonly dispatch: Dispatch}): ReactNode {
	const {columns, rows} = session.size;
	const needed = 1 + waysAhead(session, columns);
	const status = rows > 1 && (speaks(session) || rows >= 7 || rows > needed + 1) ? fieldRows(session) : 0;
	const hasHints = rows - status >= 4 || rows - status > needed;
	const hasHeader = rows - status >= 7 || (hasHints && rows - status > needed + 1);
	const room = Math.max(1, rows - status - Number(hasHints) - Number(hasHeader));
	const alarm = hasHeader ? [] : unsafe(session);
	const below = lastRows(session, room - needed);
	const left = room - below.length;
	const above = [...(alarm.length > 0 ? [alarm] : []), ...aheadRows(session, columns, left, 'panel')];
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			{hasHeader && <Header session={session} />}
			{left > 0 && <Rows list={above} columns={columns} rows={left} />}
			<Rows list={below} columns={columns} rows={below.length} />
			{status > 0 && <Status session={session} dispatch={dispatch} />}
			{hasHints && <Line row={hintRow(session, columns)} columns={columns} />}
		</Box>
	);
}

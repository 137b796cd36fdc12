/** The screen: the one component with a state, which is the store's. */
import {Box} from 'ink';
import {type ReactNode, useMemo, useSyncExternalStore} from 'react';
import type {Action} from '../session/action.js';
import {headerRows} from '../session/arrange.js';
import {fieldOf, layerOf} from '../session/panels.js';
import type {Session} from '../session/session.js';
import type {Store} from '../session/store.js';
import {arrangementOf, besideRows} from '../session/view.js';
import {aheadRows} from './ahead.js';
import {headerRow, hintRow, outcomeRow, statusRow, unsafe} from './bars.js';
import {Field, questionRow} from './field.js';
import {Line, type Row, Rows, StyleContext, widthOf} from './line.js';
import {noteRows} from './notes.js';
import {pageRows} from './page.js';
import {besidePanel, sideRows} from './side.js';
import {type Depth, themeOf} from './theme.js';
import {trailRow} from './trail.js';

type Dispatch = (action: Action) => void;

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

export function Screen({
	session,
	dispatch,
}: {
	readonly session: Session;
	readonly dispatch: Dispatch;
}): ReactNode {
	const {size, panel} = session;
	const {kind, body} = arrangementOf(session);
	if (kind === 'tiny') return <Tiny session={session} dispatch={dispatch} />;
	const header = headerRow(session);
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Box height={headerRows} flexShrink={0}>
				<Line
					row={header}
					right={outcomeRow(session, size.columns - widthOf(header) - 1)}
					columns={size.columns}
				/>
			</Box>
			{panel && isPage(session) ? (
				<Rows list={pageRows(session, panel.name as 'help', body)} columns={size.columns} rows={body} />
			) : (
				<Body session={session} />
			)}
			<Status session={session} dispatch={dispatch} />
			<Line row={hintRow(session, size.columns)} columns={size.columns} />
		</Box>
	);
}

/** Whether a page covers the drawing. */
export function isPage(session: Session): boolean {
	return layerOf(session.panel?.name) === 'page';
}

function Status({session, dispatch}: {readonly session: Session; readonly dispatch: Dispatch}): ReactNode {
	const field = fieldOf(session);
	if (field) return <Field key={field} session={session} name={field} dispatch={dispatch} />;
	const name = session.panel?.name;
	const row =
		name === 'copy' || name === 'resume'
			? questionRow(session, name)
			: statusRow(session, session.size.columns);
	return <Line row={row} columns={session.size.columns} />;
}

/** An empty box, over which the drawing is painted, and what stands around it. */
function Body({session}: {readonly session: Session}): ReactNode {
	const {view, side, below, kind} = arrangementOf(session);
	const height = view.height + below;
	return (
		<Box flexDirection="row" flexShrink={0}>
			<Box flexDirection="column" width={view.width} flexShrink={0}>
				<Box height={view.height} flexShrink={0} />
				{below > 0 && <Below session={session} columns={view.width} rows={below} wide={kind === 'wide'} />}
			</Box>
			{side > 0 && <Rows list={sideRows(session, side - 2, height)} columns={side} rows={height} />}
		</Box>
	);
}

interface Place {
	readonly session: Session;
	readonly columns: number;
	readonly rows: number;
}

function Below({session, columns, rows, wide}: Place & {readonly wide: boolean}): ReactNode {
	if (wide) {
		const half = Math.floor(columns / 2);
		return (
			<Box flexDirection="row" flexShrink={0}>
				<Rows list={aheadRows(session, half, rows, 'bar')} columns={half} rows={rows} />
				<Rows list={noteRows(session, columns - half, rows)} columns={columns - half} rows={rows} />
			</Box>
		);
	}
	return <Rows list={compactRows(session, columns, rows)} columns={columns} rows={rows} />;
}

/** What lies ahead, a panel where one is open, and the trail in a row. */
function compactRows(session: Session, columns: number, rows: number): readonly Row[] {
	const trail = session.folded.has('trail') ? [] : [trailRow(session, columns)];
	const beside = besidePanel(session, columns, besideRows(session));
	while (beside.length < besideRows(session)) beside.push([]);
	// What lies ahead comes first, however little room there is.
	const ahead = aheadRows(session, columns, rows, 'bar');
	const rest = [...beside, ...trail].slice(0, Math.max(0, rows - ahead.length));
	return [...ahead, ...rest];
}

/** Too small for a drawing: what to choose, and what is asked or told. */
function Tiny({session, dispatch}: {readonly session: Session; readonly dispatch: Dispatch}): ReactNode {
	const {columns, rows} = session.size;
	const alarm = unsafe(session);
	const above = [...(alarm.length > 0 ? [alarm] : []), ...aheadRows(session, columns, rows - 1, 'bar')];
	const isAsked = session.panel !== undefined || session.notice !== undefined;
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Rows list={above.slice(0, Math.max(1, rows - 1))} columns={columns} rows={Math.max(1, rows - 1)} />
			{rows > 1 &&
				(isAsked ? (
					<Status session={session} dispatch={dispatch} />
				) : (
					<Line row={[['dim', 'small window: try --plain']]} columns={columns} />
				))}
		</Box>
	);
}

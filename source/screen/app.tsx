/** The screen: the one component with a state, which is the store's. */
import {Box} from 'ink';
import {type ReactNode, useSyncExternalStore} from 'react';
import type {Action} from '../session/action.js';
import type {Session} from '../session/session.js';
import type {Store} from '../session/store.js';
import {arrangementOf} from '../session/view.js';
import {aheadRows} from './ahead.js';
import {headerRow, hintRow, outcomeRow, statusRow} from './bars.js';
import {helpRows} from './help.js';
import {Line, type Row, Rows, type Style, StyleContext, widthOf} from './line.js';
import {problemRows} from './problems.js';
import {sideRows} from './side.js';
import {trailRow} from './trail.js';

export function App({
	store,
	style,
}: {
	readonly store: Store<Session, Action>;
	readonly style: Style;
}): ReactNode {
	const session = useSyncExternalStore(store.subscribe, store.get);
	return (
		<StyleContext value={style}>
			<Screen session={session} />
		</StyleContext>
	);
}

function Screen({session}: {readonly session: Session}): ReactNode {
	const {size, panel} = session;
	const {kind, body} = arrangementOf(session);
	if (kind === 'tiny') return <Tiny session={session} />;
	const list = panel && panelRows(session);
	const header = headerRow(session);
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<Line
				row={header}
				right={outcomeRow(session, size.columns - widthOf(header) - 1)}
				columns={size.columns}
			/>
			{panel && list ? (
				<Rows
					list={list.slice(Math.min(panel.at, Math.max(0, list.length - body)))}
					columns={size.columns}
					rows={body}
				/>
			) : (
				<Body session={session} />
			)}
			<Line row={statusRow(session)} columns={size.columns} />
			<Line row={hintRow(session, size.columns)} columns={size.columns} />
		</Box>
	);
}

function panelRows(session: Session): readonly Row[] {
	switch (session.panel?.name) {
		case 'help':
			return helpRows();
		case 'problems':
			return problemRows(session);
		case undefined:
			return [];
	}
}

/** An empty box, over which the drawing is painted, and what stands around it. */
function Body({session}: {readonly session: Session}): ReactNode {
	const {view, side, below, kind} = arrangementOf(session);
	return (
		<Box flexDirection="row">
			<Box flexDirection="column" width={view.width}>
				<Box height={view.height} />
				{below > 0 && (
					<Below session={session} columns={view.width} rows={below} brief={kind === 'compact'} />
				)}
			</Box>
			{side > 0 && (
				<Rows
					list={sideRows(session, side - 2, view.height + below)}
					columns={side}
					rows={view.height + below}
				/>
			)}
		</Box>
	);
}

function Below({
	session,
	columns,
	rows,
	brief,
}: {
	readonly session: Session;
	readonly columns: number;
	readonly rows: number;
	readonly brief: boolean;
}): ReactNode {
	const withTrail = brief && !session.folded.has('trail') && rows > 2;
	const room = withTrail ? rows - 1 : rows;
	const list = aheadRows(session, columns, room, 'bar').slice(0, room);
	while (list.length < room) list.push([]);
	return (
		<Rows list={withTrail ? [...list, trailRow(session, columns)] : list} columns={columns} rows={rows} />
	);
}

/** Too small for a drawing: where the token is and what to choose. */
function Tiny({session}: {readonly session: Session}): ReactNode {
	const {columns, rows} = session.size;
	const list = [
		...aheadRows(session, columns, Math.max(1, rows - 1), 'bar'),
		[['dim', 'small window: try --plain']] as const,
	];
	return <Rows list={list} columns={columns} rows={rows} />;
}

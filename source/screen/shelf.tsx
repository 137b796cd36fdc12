/** The choice of a diagram, where none was named. */
import {Box} from 'ink';
import {createElement, type ReactNode, useSyncExternalStore} from 'react';
import {keyName} from '../session/key-names.js';
import {type Book, browse, type Shelf, type ShelfAction} from '../session/shelf.js';
import {Store} from '../session/store.js';
import type {Terminal} from '../terminal/life.js';
import {around} from './around.js';
import {Line, type Row, Rows, type Style, StyleContext} from './line.js';
import {Stage} from './stage.js';

/** Lets the person choose; the answer is a path, or an exit code where they leave. The terminal stays entered. */
export function chooseBook(
	terminal: Terminal,
	books: readonly Book[],
	style: Style,
): Promise<{readonly path: string} | {readonly exit: number}> {
	return new Promise(resolve => {
		const shelf: Shelf = {books, at: 0, size: terminal.size, decided: undefined};
		const store = new Store<Shelf, ShelfAction>(shelf, browse);
		const stage = new Stage(terminal, createElement(View, {store, style}));
		store.subscribe(() => {
			const {decided} = store.get();
			if (!decided) return stage.schedule();
			stage.close();
			resolve(decided);
		});
		terminal.attend({
			events(events) {
				for (const event of events) {
					if (event.type !== 'key') continue;
					if (event.key === 'ctrl+z') {
						stage.open = false;
						terminal.suspend();
					} else if (!store.get().decided) store.dispatch(event);
				}
			},
			resized(size) {
				store.dispatch({type: 'resize', size});
				stage.resize(size);
			},
			returned() {
				stage.open = true;
			},
			ending() {},
		});
	});
}

function View({store, style}: {readonly store: Store<Shelf, ShelfAction>; readonly style: Style}): ReactNode {
	const {books, at, size} = useSyncExternalStore(store.subscribe, store.get);
	const list = books.flatMap((book, index): Row[] => [
		...(book.from === books[index - 1]?.from ? [] : heading(book, index)),
		bookRow(book, index, index === at),
	]);
	const rows = Math.max(1, size.rows - 4);
	const picking = ['up', 'down'].map(key => keyName(key, style.characters)).join(' ');
	const here = list.findIndex(row => row[0] === '► ');
	return (
		<StyleContext value={style}>
			<Box flexDirection="column" width={size.columns} height={size.rows}>
				<Line row={[' ', ['title', 'flowzap-tui'], '   choose a diagram']} columns={size.columns} />
				<Line row={[]} columns={size.columns} />
				<Rows list={around(list, here, rows)} columns={size.columns} rows={rows} />
				<Line row={[]} columns={size.columns} />
				<Line
					row={[' ', ['key', picking], ' pick  ', ['key', 'Enter'], ' open  ', ['key', 'q'], ' quit']}
					columns={size.columns}
				/>
			</Box>
		</StyleContext>
	);
}

function heading(book: Book, index: number): Row[] {
	const title: Row = [' ', ['title', book.from === 'samples' ? 'SAMPLES' : 'IN THIS FOLDER']];
	return index > 0 ? [[], title] : [title];
}

function bookRow(book: Book, index: number, picked: boolean): Row {
	const number = index < 9 ? String(index + 1) : ' ';
	return [
		picked ? '► ' : '  ',
		['key', number],
		'  ',
		picked ? ['picked', ` ${book.name} `] : ` ${book.name} `,
	];
}

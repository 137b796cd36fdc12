/** Pages to read: the help, what is wrong with the file, notes, a node. Lines of data; the screen gives them a look. */
import type {CharacterSet} from '../canvas/canvas.js';
import {written} from '../canvas/signs.js';
import {clock} from '../drill/clock.js';
import {frame} from '../frame.js';
import type {Severity} from '../problem.js';
import {visits} from '../run/walked.js';
import {cut, harmless, pad, width} from '../text.js';
import {wrap} from '../wrap.js';
import type {PageName, PanelName} from './action.js';
import {isWindow} from './arrange.js';
import {type Group, groupTitles} from './binding.js';
import {keyFor, keysInRow} from './key-names.js';
import {attended, isKnown, type Note, type Session} from './session.js';
import {missingWords} from './status.js';

/** A line of a page, with what the screen may make of it. */
interface PageLine {
	readonly tone: 'title' | 'plain' | 'warning' | 'error';
	/** Stands before the text, as a key or a name. */
	readonly key?: string;
	readonly text: string;
}

const makers: Readonly<Record<PageName, (session: Session) => readonly PageLine[]>> = {
	help,
	problems,
	notes,
	details,
};

/** Whether `name` is that of a page. */
export function isPageName(name: PanelName | undefined): name is PageName {
	return name !== undefined && Object.hasOwn(makers, name);
}

/** The lines of a page, their keys in a column. */
export function pageOf(session: Session, name: PageName): readonly PageLine[] {
	const list = makers[name](session);
	const widest = list.reduce((most, {key = ''}) => Math.max(most, width(key)), 0);
	const columns = Math.min(widest, mostKey);
	return list.map(line =>
		line.key === undefined ? line : {...line, key: pad(cut(line.key, columns), columns + 2)},
	);
}

/** Columns of a key at most: a file may name an attribute as it likes. */
const mostKey = 24;

/** The lines of a page as wide as the screen: what is long goes on under itself. */
export function foldedPage(session: Session, name: PageName): readonly PageLine[] {
	return pageOf(session, name).flatMap(line => foldedLine(line, pageColumns(session), session.characters));
}

/** Columns of a page: a blank stands before each line. */
function pageColumns({size}: Session): number {
	return size.columns - 1;
}

/** All about a node in lines of at most `columns`, a key before each. */
export function detailLines(session: Session, columns: number): readonly PageLine[] {
	return pageOf(session, 'details').flatMap(line => foldedLine(line, columns, session.characters));
}

/** `line` in lines of at most `columns`, in the signs that there are: behind its key, or further in than it begins. */
function foldedLine(line: PageLine, columns: number, characters: CharacterSet): readonly PageLine[] {
	const {tone, key} = line;
	const text = written(line.text, characters);
	if (width(key ?? '') + width(text) <= columns) return [{...line, text}];
	const before = key ?? /^ */.exec(text)?.[0] ?? '';
	const under = ' '.repeat(width(before) + (key === undefined ? 2 : 0));
	return wrap(text, Math.max(8, columns - width(under))).map((part, index) => ({
		tone,
		key: index === 0 ? before : under,
		text: part,
	}));
}

function help({bindings, characters}: Session): readonly PageLine[] {
	return (Object.keys(groupTitles) as Group[]).flatMap(group => [
		title(groupTitles[group]),
		...bindings
			.filter(binding => binding.group === group)
			.map(binding => ({...plain(binding.says), key: keysInRow(binding, characters)})),
		plain(''),
	]);
}

const severities: readonly Severity[] = ['error', 'warning', 'hint'];

/** The mistakes of the file, the worst first, and those of the configuration. */
function problems(session: Session): readonly PageLine[] {
	const byWeight = severities.flatMap(one => session.problems.filter(({severity}) => severity === one));
	const list = byWeight.flatMap((problem): readonly PageLine[] => {
		const columns = isWindow(session.size) ? pageColumns(session) : undefined;
		const [head = '', ...rest] = frame(problem, session.latest, columns).split('\n');
		return [
			{tone: problem.severity === 'error' ? 'error' : 'warning', text: head},
			...rest.map(plain),
			plain(''),
		];
	});
	const {complaints} = session;
	const missing: PageLine = {
		tone: 'warning',
		text: `${harmless(missingWords(session))}: the picture is that of the text that was read last.`,
	};
	return [
		...(session.missing ? [missing, plain('')] : []),
		...list,
		...complaints.map((text): PageLine => ({tone: 'warning', text})),
		...(complaints.length > 0 ? [plain('')] : []),
		plain('`flowzap-tui check` looks for what else hurts a drill.'),
	];
}

const prefixes: Readonly<Record<Note['type'], string>> = {
	note: '',
	why: 'because ',
	action: 'to do: ',
	inject: 'inject: ',
};

/** What a note says, and what kind of note it is. */
export function noteWords({type, text}: Note): string {
	return `${prefixes[type]}${harmless(text)}`;
}

function notes(session: Session): readonly PageLine[] {
	if (session.notes.length === 0)
		return [title('NOTES'), plain(`none yet: ${keyFor(session, 'note')} writes one`)];
	return [
		title('NOTES'),
		...session.notes.map(note => ({
			...plain(`${placeWords(session, note)}${noteWords(note)}`),
			key: `T+${clock(note.at)} step ${note.step}`,
		})),
	];
}

function placeWords({diagram}: Session, {node}: Note): string {
	if (node === undefined) return '';
	return `${harmless(diagram.has(node) ? diagram.node(node).label : node)}: `;
}

function details(session: Session): readonly PageLine[] {
	const id = attended(session);
	if (id === undefined) return [title('NODE'), plain('no node is picked')];
	const {diagram} = session;
	const node = diagram.node(id);
	const lane = diagram.lane(node.lane);
	const line = (key: string, text: string): PageLine => ({...plain(harmless(text)), key});
	const way = (branch: string, other: string) =>
		`${branch ? `${branch}: ` : ''}${diagram.node(other).label} (${other})`;
	const known = isKnown(session);
	return [
		title(harmless(node.label)),
		line('id', node.id),
		line('shape', node.shape),
		line('lane', lane.name),
		...[...node.attributes]
			.filter(([name]) => name !== 'label')
			.map(([name, text]) => line(harmless(name), text)),
		line('visits', String(visits(session.run, id))),
		...(session.breakpoints.has(id) ? [line('stop', 'a breakpoint is set here')] : []),
		...diagram
			.in(id)
			.filter(edge => known({id: edge.from}))
			.map(edge => line('from', way(edge.label, edge.from))),
		...diagram
			.out(id)
			.filter(edge => known({id: edge.to}))
			.map(edge => line('to', way(edge.label, edge.to))),
		...session.notes.filter(note => note.node === id).map(note => line(note.type, note.text)),
	];
}

function title(text: string): PageLine {
	return {tone: 'title', text};
}

function plain(text: string): PageLine {
	return {tone: 'plain', text};
}

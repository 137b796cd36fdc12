/** Lines as commands, for `--plain`: the actions of the keymap and of the palette that need no screen. */
import type {Action, Effect, Intent, PanelName, QuestionName} from './action.js';
import type {Binding} from './binding.js';
import {isBranch, takeCalled} from './branch.js';
import {type NameFor, standardKeys} from './keys.js';
import {entriesOf} from './palette.js';
import {fieldOf, questionOf} from './panels.js';
import type {Recital} from './recital.js';
import {outcomeCalled} from './rehearse.js';
import {hidden, isKnown, type Session} from './session.js';

/** What a line may ask for: all that changes the session, but panels that end in an effect; and to quit. */
type Asked =
	| Exclude<Action, {readonly type: 'open'}>
	| {readonly type: 'open'; readonly panel: Exclude<PanelName, 'export' | 'copy' | 'copy drawing'>}
	| Extract<Effect, {readonly type: 'quit'}>;

/** The same, or only to be told something. */
type Wanted = Asked | {readonly type: 'recite'; readonly recital: Recital; readonly text: string};

/** A command: how it is written, and the action of the keymap that it stands for. */
interface LineCommand {
	/** The first is the shortest; the prompts name it. */
	readonly words: readonly string[];
	/** Itself where it has no key. */
	readonly action: NameFor<Asked> | Wanted;
	/** What is written behind the word; asked for where it is left out. */
	readonly text?: string;
	/** What it does, where the keymap says it with keys. */
	readonly says?: string;
}

const commands: readonly LineCommand[] = [
	{words: ['.'], action: 'run-on'},
	{words: ['u', 'undo'], action: 'back'},
	{words: ['forward'], action: 'forward'},
	{words: ['restart'], action: 'restart', says: 'begin again; undo undoes it'},
	{words: ['a', 'note'], action: 'note', text: 'TEXT'},
	{words: ['w', 'why'], action: 'why', text: 'TEXT'},
	{
		words: ['A', 'action'],
		action: 'action-item',
		text: 'WHAT @OWNER !DUE',
		says: 'write down an action item',
	},
	{words: ['inject'], action: 'inject', text: 'TEXT'},
	{words: ['expect'], action: 'expect', text: 'OUTCOME'},
	{words: ['pause'], action: 'pause'},
	{
		words: ['where'],
		action: recite('where'),
		says: 'the place and the choices again, what is still possible, the time',
	},
	{words: ['trail'], action: recite('trail'), says: 'the steps so far'},
	{words: ['find'], action: recite('find'), text: 'WORDS', says: 'nodes by label, id, lane or attribute'},
	{words: ['details'], action: 'details', says: 'all about the node where the token is'},
	{words: ['notes'], action: {type: 'open', panel: 'notes'}, says: 'what was written down'},
	{words: ['!', 'problems'], action: 'problems'},
	{words: ['q', 'quit'], action: 'quit'},
	{words: ['?', 'help'], action: 'help', says: 'these commands'},
];

/**
 * What a line asks for, in order. The whole name of a branch is that branch, then commands come before beginnings of
 * names; a single word that is a command and the whole name of a branch is neither, and that is said.
 */
export function intentsOfLine(session: Session, line: string): readonly Wanted[] {
	const text = line.trim();
	const question = questionOf(session);
	if (question) return answered(question, text);
	if (fieldOf(session)) return inField(session, text);
	if (text === '') return [{type: 'advance'}];
	if (text.startsWith('\x1b'))
		return [tell('arrows and other keys do nothing here: type a line, ? lists them')];
	const asks = session.run.state === 'choosing';
	const isName = asks && isBranch(session.run, text);
	const command = commandIn(session, text);
	if (command && isName && !text.includes(' '))
		return [tell(`${text} is a branch here and a command too: take the branch by its number`)];
	if (command && !isName) return command;
	if (asks) return [takeCalled(session.run, text)];
	return [
		tell(
			/^\d+$/.test(text)
				? 'there is nothing to choose here'
				: 'that is not an answer here; ? lists the commands',
		),
	];
}

/** The commands, a line each: how they are written, and what they do. */
export function commandLines(session: Session): readonly (readonly [written: string, says: string])[] {
	return [
		['Enter', 'one step on; at a decision take the picked branch'],
		['1, 2, …', 'take that branch'],
		['a name', 'take the branch that is called so or, alone, begins so'],
		...commands.map(
			({words, action, text, says}) =>
				[`${words.join(', ')}${text ? ` ${text}` : ''}`, says ?? actionOf(action).says] as const,
		),
		['jump NODE', 'put the token there'],
		...spoken(session).map(({name, says}) => [name, says] as const),
	];
}

function answered(question: QuestionName, text: string): readonly Asked[] {
	const quit = keyed('quit').intent;
	if (/^q(uit)?$/i.test(text)) return [quit];
	if (/^y(es)?$/i.test(text)) return question === 'quit' ? [quit] : [{type: 'close'}, {type: 'resume'}];
	return /^no?$/i.test(text) ? [{type: 'close'}] : [tell('yes or no?')];
}

/** What is typed into an open field. Only where outcomes are asked for is a command none of what can be meant. */
function inField(session: Session, text: string): readonly Wanted[] {
	if (text === '') return [{type: 'close'}];
	const isOther = fieldOf(session) === 'expect' && outcomeCalled(session, text) === undefined;
	const command = isOther ? commandIn(session, text) : undefined;
	return command ? [{type: 'close'}, ...command] : filled(text);
}

function filled(text: string): readonly Asked[] {
	return [{type: 'type', text}, {type: 'submit'}];
}

function commandIn(session: Session, line: string): readonly Wanted[] | undefined {
	const [, word = '', text = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? [];
	const said = word.toLowerCase();
	// The keys `a` and `A` are not the same.
	const command = called(word) ?? called(said);
	if (command && (command.text !== undefined || text === '')) return intentsOf(command, text);
	if (said === 'jump') return [jumpTo(session, text)];
	const entries = spoken(session);
	const entry = entries.find(({name}) => name === line.toLowerCase());
	if (entry) return [entry.intent];
	if (said !== 'steer' || text !== '') return undefined;
	const ways = entries.flatMap(({name, intent}) => (intent.type === 'steer' ? [`\`${name}\``] : []));
	return ways.length > 0 ? [tell(`steer where? there are: ${ways.join(', ')}`)] : undefined;
}

function jumpTo(session: Session, node: string): Asked {
	if (node === '') return tell('jump where? `jump n7` puts the token on that node');
	if (session.drill.blind && !isKnown(session)({id: node})) return tell(hidden);
	return session.diagram.has(node) ? {type: 'jump', node} : tell(`no node is called ${node}`);
}

function called(word: string): LineCommand | undefined {
	return commands.find(({words}) => words.includes(word));
}

function intentsOf({action}: LineCommand, text: string): readonly Wanted[] {
	const {intent} = actionOf(action);
	if (intent.type === 'recite') return [{...intent, text}];
	return [intent, ...(text === '' ? [] : filled(text))];
}

function actionOf(action: LineCommand['action']): {readonly says: string; readonly intent: Wanted} {
	return typeof action === 'object' ? {says: '', intent: action} : keyed(action);
}

function keyed(action: NameFor<Asked>): {readonly says: string; readonly intent: Asked} {
	const {says, intent} = standardKeys.find(({name}) => name === action) as Binding;
	// Its name says that it asks for something a line may ask for.
	return {says, intent: intent as Asked};
}

/** The further entries of the palette that mean something without a screen. */
function spoken(session: Session) {
	return entriesOf(session).flatMap(({name, says, intent}) =>
		isSpoken(intent) ? [{name, says, intent}] : [],
	);
}

const withoutScreen = ['next token', 'random', 'random run', 'read', 'steer', 'withdraw'] as const;

function isSpoken(
	intent: Intent,
): intent is Extract<Action, {readonly type: (typeof withoutScreen)[number]}> {
	return withoutScreen.some(type => type === intent.type);
}

function recite(recital: Recital): Wanted {
	return {type: 'recite', recital, text: ''};
}

function tell(text: string): Asked {
	return {type: 'tell', text, urgent: true};
}

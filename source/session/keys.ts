/**
 * The keys, as data: the footer's hints, the help, the palette, docs/keys.md and the manual page are made from this
 * table, so that none of them can say what the program does not do; the keys of the readme are compared with it.
 */
import type {Intent} from './action.js';
import type {Binding, Group, Moment} from './binding.js';
import {further} from './further.js';

type Entry<Name = string, Asked = Binding['intent']> = Omit<Binding, 'group' | 'name' | 'intent'> & {
	readonly name: Name;
	readonly intent: Asked;
};

/** Keys apart by blanks; the blank itself is `space`. */
function bind<const Name extends string, const Asked extends Binding['intent']>(
	keys: string,
	name: Name,
	says: string,
	intent: Asked,
	hint?: Binding['hint'],
): Entry<Name, Asked> {
	return {keys: keys.split(' '), name, says, intent, ...(hint && {hint})};
}

function hint(word: string, ...when: readonly Moment[]) {
	return {word, when};
}

type KeyedGroup = Exclude<Group, 'further'>;

const anywhere = ['moving', 'choosing', 'ended'] as const;

const groups = {
	walk: [
		bind(
			'right enter space',
			'step',
			'one step on; at a decision take the picked branch',
			{type: 'advance'},
			hint('step', 'moving'),
		),
		bind(
			'1 2 3 4 5 6 7 8 9',
			'choose',
			'take that branch',
			key => ({type: 'choose', number: Number(key)}),
			hint('choose', 'choosing'),
		),
		bind(',', 'choose-by-name', 'a branch by the first letters of its name, or its number; Enter takes it', {
			type: 'open',
			panel: 'branch',
		}),
		bind(
			'down tab',
			'next',
			'pick the next branch or line',
			{type: 'pick', by: 1},
			{...hint('pick', 'choosing', 'list', 'routes'), of: ['previous', 'next']},
		),
		bind(
			'up shift+tab',
			'previous',
			'pick the branch or line before; where there is none, scroll the trail',
			{type: 'pick', by: -1},
			{...hint('scroll', 'page'), of: ['previous', 'next']},
		),
		bind(
			'.',
			'run-on',
			'run on to the next decision or breakpoint',
			{type: 'run on'},
			hint('run on', 'moving'),
		),
		bind('left u backspace', 'back', 'one step back', {type: 'back'}, hint('back', ...anywhere)),
		bind('ctrl+r', 'forward', 'forward again', {type: 'forward'}),
		bind('T', 'next-token', 'go on with another token, where there are several', {type: 'next token'}),
		bind('r', 'restart', 'begin again; one step back undoes it', {type: 'restart'}, hint('restart', 'ended')),
	],
	look: [
		bind(
			'h shift+left',
			'pan-left',
			'move the view left',
			{type: 'pan', x: -1, y: 0},
			{...hint('pan', ...anywhere), of: ['pan-left', 'pan-down', 'pan-up', 'pan-right']},
		),
		bind('j shift+down', 'pan-down', 'move the view down', {type: 'pan', x: 0, y: 1}),
		bind('k shift+up', 'pan-up', 'move the view up', {type: 'pan', x: 0, y: -1}),
		bind('l shift+right', 'pan-right', 'move the view right', {type: 'pan', x: 1, y: 0}),
		bind('H', 'half-left', 'half a screen left', {type: 'page', x: -0.5, y: 0}),
		bind('J ctrl+d', 'half-down', 'half a screen down', {type: 'page', x: 0, y: 0.5}),
		bind('K ctrl+u', 'half-up', 'half a screen up', {type: 'page', x: 0, y: -0.5}),
		bind('L', 'half-right', 'half a screen right', {type: 'page', x: 0.5, y: 0}),
		bind('pagedown ctrl+f', 'page-down', 'a screen down', {type: 'page', x: 0, y: 1}),
		bind('pageup ctrl+b', 'page-up', 'a screen up', {type: 'page', x: 0, y: -1}),
		bind('home', 'left-end', 'to the left end', {type: 'edge', x: -1}),
		bind('end', 'right-end', 'to the right end', {type: 'edge', x: 1}),
		bind('g', 'show-start', 'show the start node', {type: 'show', what: 'start'}),
		bind('G', 'show-end', 'show the end node', {type: 'show', what: 'end'}),
		bind('[', 'lane-before', 'show the lane before', {type: 'lane', by: -1}),
		bind(']', 'lane-after', 'show the lane after', {type: 'lane', by: 1}),
		bind('+ =', 'zoom-in', 'draw larger', {type: 'zoom', by: 1}),
		bind(
			'-',
			'zoom-out',
			'draw smaller',
			{type: 'zoom', by: -1},
			{...hint('zoom', ...anywhere), of: ['zoom-in', 'zoom-out', 'fit']},
		),
		bind('0', 'fit', 'the most readable drawing that fits the screen', {type: 'fit'}),
		bind('m', 'map', 'the whole drawing in a few cells, with the part in view', {
			type: 'open',
			panel: 'map',
		}),
		bind('z', 'fold-lanes', 'fold the lanes to the width of the window, or unfold them', {
			type: 'fold lanes',
		}),
		bind('f', 'follow', 'let the view follow the token, or stay', {type: 'follow'}),
		bind('c', 'centre', 'centre the view on the token', {type: 'centre'}),
	],
	find: [
		bind(
			'/',
			'find',
			'find by label, id, lane or attribute',
			{type: 'open', panel: 'search'},
			hint('find', ...anywhere),
		),
		bind('n', 'find-next', 'the next that was found', {type: 'find', by: 1}),
		bind('N', 'find-previous', 'the notes, or in a search the one before', {
			type: 'find',
			by: -1,
		}),
		bind(
			'p',
			'routes',
			'all routes with their outcomes, to follow one',
			{type: 'open', panel: 'routes'},
			hint('routes', ...anywhere),
		),
		bind(
			'o',
			'outcomes',
			'fold the outcomes, or tell them; in the routes, narrow to one outcome, or to the drill plan',
			{type: 'fold outcomes'},
			hint('narrow', 'routes'),
		),
		bind('t', 'trail', 'all of the trail, to scroll it', {type: 'open', panel: 'trail'}),
		bind('i', 'details', 'all about the node found, or where the token is', {type: 'open', panel: 'details'}),
		bind('!', 'problems', 'what is wrong with the file, and with the configuration', {
			type: 'open',
			panel: 'problems',
		}),
	],
	drill: [
		bind('a', 'note', 'write a note', {type: 'open', panel: 'note'}, hint('note', ...anywhere)),
		bind(
			'w',
			'why',
			'write down why, before a choice',
			{type: 'open', panel: 'why'},
			hint('why', 'choosing'),
		),
		bind(
			'A',
			'action-item',
			'write down an action item: what @owner !due',
			{type: 'open', panel: 'action'},
			hint('action item', 'ended'),
		),
		bind('I', 'inject', 'write down news that the drill brings', {type: 'open', panel: 'inject'}),
		bind('E', 'expect', 'name the outcome that is expected', {type: 'open', panel: 'expect'}),
		bind('P', 'pause', 'stop the clock of the drill, or let it go on', {type: 'pause'}),
		bind('b', 'breakpoint', 'let a run on stop at this node', {type: 'breakpoint'}),
		bind('x', 'export', 'write the trail and the drawing to a file', {type: 'open', panel: 'export'}),
		bind('y', 'copy', 'copy the trail to the clipboard', {type: 'open', panel: 'copy'}),
		bind('Y', 'copy-drawing', 'copy the drawing to the clipboard', {type: 'open', panel: 'copy drawing'}),
		bind('e', 'edit', 'the file in your editor, at this node', {type: 'edit'}),
	],
	program: [
		bind(
			': ctrl+p',
			'palette',
			'every action by name, and every node',
			{type: 'open', panel: 'palette'},
			hint('command', ...anywhere),
		),
		bind('? f1', 'help', 'these keys', {type: 'open', panel: 'help'}, hint('help', ...anywhere, 'page')),
		bind(
			'escape',
			'close',
			'close what is on top; never quits',
			{type: 'close'},
			hint('close', 'page', 'list', 'routes', 'field'),
		),
		bind('M', 'mouse', 'mouse on or off', {type: 'mouse'}),
		bind('q', 'quit', 'quit', {type: 'quit', code: 0}, hint('quit', ...anywhere, 'routes')),
		bind('ctrl+c', 'interrupt', 'quit with exit code 130', {type: 'quit', code: 130}),
		bind('ctrl+z', 'suspend', 'back to the shell; `fg` returns', {type: 'suspend'}),
		bind('ctrl+l', 'redraw', 'draw the screen afresh', {type: 'redraw'}),
	],
} satisfies Readonly<Record<KeyedGroup, readonly Entry[]>>;

/** The names of the bindings that ask for one of `Asked`. */
export type NameFor<Asked extends Intent> = Extract<
	(typeof groups)[KeyedGroup][number],
	{readonly intent: Asked}
>['name'];

/** Every action that a key may have, with the keys that it comes with, in the order of the help. */
export const standardKeys: readonly Binding[] = [
	...(Object.keys(groups) as KeyedGroup[]).flatMap(group => groups[group].map(entry => ({...entry, group}))),
	...further,
];

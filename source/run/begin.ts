/** Where a run starts. */
import type {Diagram} from '../diagram/diagram.js';
import {fire, told} from './arrive.js';
import {defaultSwitches, type Run, readingOf, type Switches} from './run.js';
import {settle} from './settle.js';
import {survey} from './survey.js';
import {Trie} from './trie.js';

/**
 * A run of `diagram` with a token on its start. With several starts and none named in `options.starts`
 * it asks first. Starts that are not nodes of the diagram are passed over.
 */
export function begin(diagram: Diagram, options: Partial<Switches> = {}): Run {
	const switches = readingOf(defaultSwitches, options);
	const {starts} = survey(diagram);
	const named = switches.starts === 'all' ? starts : switches.starts?.filter(id => diagram.has(id));
	const first = named ?? (starts.length === 1 ? starts : []);
	return settle(first.reduce(startAt, blank(diagram, switches)));
}

function blank(diagram: Diagram, switches: Switches): Run {
	return {
		diagram,
		switches,
		state: 'ended',
		question: undefined,
		steps: Trie.empty(),
		tokens: Trie.empty(),
		active: undefined,
		ended: Trie.empty(),
		issued: 0,
		visits: Trie.empty(),
		taken: Trie.empty(),
		granted: 0,
		waiting: Trie.empty(),
		came: Trie.empty(),
		latest: Trie.empty(),
		holds: undefined,
		turns: Trie.empty(),
		restarts: 0,
		act: {type: 'begin'},
		past: undefined,
		future: undefined,
	};
}

/** The run with a new token on `node`. */
export function startAt(run: Run, node: string): Run {
	const number = run.issued + 1;
	const issued = told({...run, issued: number}, {type: 'start', token: number, node});
	return fire(issued, {number, node, phase: 'ready', path: undefined, forked: 0});
}

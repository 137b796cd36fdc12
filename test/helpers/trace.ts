/** Runs in a line, for tests. */
import {choices} from '../../source/run/choices.js';
import {onward} from '../../source/run/onward.js';
import type {Run} from '../../source/run/run.js';
import {choose} from '../../source/run/step.js';

/** The run stepped on to each decision in turn and there given the choice with that label, else that id. */
export function answering(run: Run, ...answers: string[]): Run {
	return answers.reduce((now, answer) => {
		const asked = onward(now);
		const all = choices(asked);
		const found = all.find(({label}) => label === answer) ?? all.find(({id}) => id === answer);
		if (!found)
			throw new Error(`no ${answer} among ${all.map(({id, label}) => `${id} ${label}`).join(', ')}`);
		return onward(choose(asked, found.id));
	}, onward(run));
}

/** What happened, such as `1@start 1→a 2↦b 1.`: who came where; `↦` split off, `+2` joined by, `~` a reply, `.` ended. */
export function trace(run: Run): string {
	return Array.from(run.steps, ({type, token, node, merged, why}) => {
		if (type === 'end') return `${token}.${why ?? ''}`;
		if (type === 'join') return `${merged?.join('+')}@${node}`;
		const sign = {start: '@', jump: '⇢', fork: '↦', reply: '~', move: '→', decide: '→'}[type];
		return `${token}${sign}${node}`;
	}).join(' ');
}

/** The mouse: clicks on the drawing and on the branches, the wheel, and dragging the view. */
import type {Action} from '../session/action.js';
import {headerRows, kindOf} from '../session/arrange.js';
import type {Session} from '../session/session.js';
import {viewOf} from '../session/view.js';
import type {MouseEvent} from '../terminal/event.js';
import {branchAt} from './ahead.js';

const wheel: Partial<Readonly<Record<MouseEvent['what'], {readonly x: number; readonly y: number}>>> = {
	'wheel-up': {x: 0, y: -3},
	'wheel-down': {x: 0, y: 3},
	'wheel-left': {x: -6, y: 0},
	'wheel-right': {x: 6, y: 0},
};

/** Makes actions of mouse events; it alone knows where a drag began. */
export class Mouse {
	readonly #get: () => Session;
	readonly #act: (action: Action) => void;
	/** Where the button went down, or the view was dragged to. */
	#held: {readonly x: number; readonly y: number} | undefined;
	#dragged = false;

	constructor(get: () => Session, act: (action: Action) => void) {
		this.#get = get;
		this.#act = act;
	}

	take({what, x, y}: MouseEvent): void {
		const by = wheel[what];
		if (by) this.#act({type: 'pan', ...by});
		else if (what === 'press') {
			this.#held = {x, y};
			this.#dragged = false;
		} else if (what === 'drag' && this.#held) {
			this.#act({type: 'pan', x: this.#held.x - x, y: this.#held.y - y});
			this.#held = {x, y};
			this.#dragged = true;
		} else if (what === 'release') {
			if (!this.#dragged) this.#click(x, y - headerRows);
			this.#held = undefined;
		}
	}

	#click(x: number, y: number): void {
		const session = this.#get();
		if (kindOf(session.size) === 'tiny') return;
		const {width, height} = viewOf(session);
		const number = branchAt(session, x, y);
		if (number !== undefined) this.#act({type: 'point', number});
		else if (y >= 0 && y < height && x < width) this.#act({type: 'click', x, y});
	}
}

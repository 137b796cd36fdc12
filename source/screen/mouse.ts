/** The mouse: clicks on the drawing and on the branches, the wheel, and dragging the view. */
import type {Action, Intent} from '../session/action.js';
import {headerRows, kindOf} from '../session/arrange.js';
import {lineHit} from '../session/interpret.js';
import {layerOf} from '../session/panels.js';
import type {Session} from '../session/session.js';
import {viewOf} from '../session/view.js';
import type {MouseEvent} from '../terminal/event.js';
import {branchAt} from './ahead.js';
import {lineAt} from './side.js';

const wheel: Partial<Readonly<Record<MouseEvent['what'], {readonly x: number; readonly y: number}>>> = {
	'wheel-up': {x: 0, y: -3},
	'wheel-down': {x: 0, y: 3},
	'wheel-left': {x: -6, y: 0},
	'wheel-right': {x: 6, y: 0},
};

/** Makes intents of mouse events; it alone knows where a drag began. */
export class Mouse {
	readonly #get: () => Session;
	readonly #act: (intent: Intent) => void;
	/** Where the button went down, or the view was dragged to. */
	#held: {readonly x: number; readonly y: number} | undefined;
	#dragged = false;

	constructor(get: () => Session, act: (intent: Intent) => void) {
		this.#get = get;
		this.#act = act;
	}

	take({what, x, y}: MouseEvent): void {
		const by = wheel[what];
		if (by) this.#act(this.#turn(by, x, y - headerRows));
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

	/** The wheel moves what lies under it: the drawing, or beside it what is picked from. */
	#turn(by: {readonly x: number; readonly y: number}, x: number, y: number): Action {
		const layer = layerOf(this.#get().panel?.name);
		const isList = (layer === 'list' || layer === 'routes') && !this.#isOnDrawing(x, y);
		return isList && by.y !== 0 ? {type: 'pick', by: Math.sign(by.y)} : {type: 'pan', ...by};
	}

	#click(x: number, y: number): void {
		const session = this.#get();
		if (kindOf(session.size) === 'tiny') return;
		const number = branchAt(session, x, y);
		const line = lineAt(session, x, y);
		if (number !== undefined) this.#act({type: 'point', number});
		else if (line !== undefined) lineHit(session, line).forEach(this.#act);
		else if (this.#isOnDrawing(x, y)) this.#act({type: 'click', x, y});
	}

	#isOnDrawing(x: number, y: number): boolean {
		const {width, height} = viewOf(this.#get());
		return y >= 0 && y < height && x < width;
	}
}

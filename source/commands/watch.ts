/** What takes long: Ctrl-C is heard, and a person who waits is told how far it is. */
import {setImmediate} from 'node:timers/promises';
import type {World} from '../world.js';

/** Milliseconds between two looks at the world outside. */
const breath = 50;
/** Milliseconds before, and between, words about progress. */
const pause = 1000;

/** Lets signals in now and then, and tells a person who waits how far it is. */
export class Watch {
	interrupted = false;
	readonly #world: World;
	readonly #words: (count: number) => string;
	readonly #isTold: boolean;
	readonly #release: () => void;
	#breathed: number;
	#told: number;
	#hasTold = false;

	/** `words` tell how far it is once so many are found; to nobody who sees them come: `isSeen`. */
	constructor(world: World, words: (count: number) => string, isSeen = false) {
		this.#world = world;
		this.#words = words;
		this.#isTold = world.complaints.isTerminal && !isSeen;
		this.#breathed = world.now();
		this.#told = this.#breathed;
		this.#release = world.onInterrupt(() => {
			this.interrupted = true;
		});
	}

	/** Whether it is time to {@link look}; asks the clock for some only. */
	isDue(count: number, searching: boolean): boolean {
		return (searching || count % 64 === 0) && this.#world.now() - this.#breathed >= breath;
	}

	async look(count: number): Promise<void> {
		await setImmediate();
		this.#breathed = this.#world.now();
		if (!this.#isTold || this.#breathed - this.#told < pause) return;
		this.#told = this.#breathed;
		this.#hasTold = true;
		this.#world.complain(`\r${this.#words(count)}`);
	}

	end(): void {
		this.#release();
		if (this.#hasTold) this.#world.complain(`\r${' '.repeat(60)}\r`);
	}
}

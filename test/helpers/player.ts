/** asciinema's own player without a page: the part of it that reads a cast and moves about in it. */
import {readdirSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

/** What is used of the player's core; the package offers no more than a player on a page. */
interface Core {
	addEventListener(name: string, listener: (event: never) => void): void;
	init(): Promise<void>;
	terminalReady(): void;
	seek(to: {readonly marker: number}): Promise<void>;
}

export interface Film {
	/** Seconds. */
	readonly duration: number;
	readonly markers: readonly (readonly [time: number, label: string])[];
	/** What the player sends to its terminal to show the moment of a marker. */
	seek(marker: number): Promise<string[]>;
}

/** The player with `cast` loaded; rejects where it cannot read it. */
export async function playerOf(cast: string): Promise<Film> {
	const folder = 'node_modules/asciinema-player/dist';
	const name = readdirSync(folder).find(file => file.startsWith('core-'));
	// It asks whether the page is visible, and there is none.
	Object.assign(globalThis, {window: globalThis});
	const {C: PlayerCore} = await import(pathToFileURL(`${folder}/${name}`).href);
	const silent = {debug() {}, info() {}, warn() {}, error() {}};
	const core: Core = new PlayerCore({data: cast}, {logger: silent, preload: true, speed: 1});
	let outputs: string[] = [];
	let told: Pick<Film, 'duration' | 'markers'> = {duration: 0, markers: []};
	core.addEventListener('metadata', (event: Pick<Film, 'duration' | 'markers'>) => {
		told = event;
	});
	core.addEventListener('output', (texts: string | readonly string[]) => outputs.push(...[texts].flat()));
	core.addEventListener('reset', () => {
		outputs = [];
	});
	const ready = core.init();
	core.terminalReady();
	await ready;
	return {
		...told,
		async seek(marker) {
			await core.seek({marker});
			return [...outputs];
		},
	};
}

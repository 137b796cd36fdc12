/** Reading a diagram for a command: the file, what is wrong with it, the graph. */
import type {Diagram} from '../diagram/diagram.js';
import type {World} from '../main.js';
import type {Source} from '../problem.js';

/** A diagram that was read, with its text; undefined where nothing could be built (already complained). */
export type Loaded = {readonly diagram: Diagram; readonly source: Source} | {readonly exit: number};

export declare function load(world: World, path: string): Promise<Loaded>;

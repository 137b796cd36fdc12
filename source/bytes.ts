/** Bytes from outside. What a person names may be a pipe; what the program finds by itself is a file, or is left alone. */
import {closeSync, constants, fstatSync, openSync, readSync, statSync} from 'node:fs';

/** Whether to read on, by the first piece of what there is. */
export type IsWanted = (beginning: Uint8Array) => boolean;

/** So a pipe that nobody writes to is open at once. Windows knows neither the flag nor such pipes. */
const unwaited = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * What the file at `path` holds, up to the piece that goes over `most` bytes. Throws as node:fs does, and with ENXIO for
 * what may never end: a pipe, a device.
 */
export function bytesOfFile(path: string, most = Number.POSITIVE_INFINITY, isWanted?: IsWanted): Buffer {
	const file = openSync(path, unwaited);
	try {
		const found = fstatSync(file);
		// A folder is told of by the attempt to read it.
		if (!found.isFile() && !found.isDirectory())
			throw Object.assign(new Error(`${path} is no file`), {code: 'ENXIO'});
		return readUpTo(file, most, isWanted);
	} finally {
		closeSync(file);
	}
}

/** What there is at `path`, which a person named, likewise: a file, a device, or a pipe, whose writer may still be to come. */
export async function bytesOfNamed(path: string, most: number, isWanted?: IsWanted): Promise<Buffer> {
	if (statSync(path).isFIFO()) {
		const {Socket} = await import('node:net');
		const pipe = new Socket({fd: openSync(path, unwaited), readable: true, writable: false});
		return collect(pipe, most, isWanted);
	}
	const file = openSync(path, 'r');
	try {
		return readUpTo(file, most, isWanted);
	} finally {
		closeSync(file);
	}
}

/** What a stream holds, likewise. */
export async function collect(
	stream: AsyncIterable<Buffer>,
	most: number,
	isWanted: IsWanted = always,
): Promise<Buffer> {
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of stream) {
		pieces.push(piece);
		size += piece.length;
		if (size > most || (pieces.length === 1 && !isWanted(piece))) break;
	}
	return Buffer.concat(pieces);
}

function readUpTo(file: number, most: number, isWanted: IsWanted = always): Buffer {
	const pieces: Buffer[] = [];
	for (let size = 0; size <= most; ) {
		const piece = Buffer.allocUnsafe(1 << 16);
		const count = readSync(file, piece);
		if (count === 0) break;
		pieces.push(piece.subarray(0, count));
		size += count;
		if (pieces.length === 1 && !isWanted(piece.subarray(0, count))) break;
	}
	return Buffer.concat(pieces);
}

const always: IsWanted = () => true;

/** Why a file takes nothing, in words; and the code by which the system names what went wrong. */

const reasons: ReadonlyMap<string, string> = new Map([
	['ENOSPC', 'the disk is full'],
	['EDQUOT', 'the disk quota is used up'],
	['EFBIG', 'the file would be larger than is allowed'],
	['EIO', 'the disk reports an error'],
	['EROFS', 'the disk can only be read'],
	['EACCES', 'writing there is not allowed'],
	['EPERM', 'writing there is not allowed'],
	['EEXIST', 'it is there already'],
	['EISDIR', 'that is a folder'],
	['ENOENT', 'there is no such folder'],
	['ENOTDIR', 'there is no such folder'],
]);

/** By the code of `error`; for others what the error says itself. */
export function whyNotWritten(error: unknown): string {
	return (
		reasons.get(codeOf(error)) ?? (error instanceof Error ? error.message : 'for a reason that is not told')
	);
}

/** The code of an error of the system, such as `ENOENT`; empty where it has none. */
export function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

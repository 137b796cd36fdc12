/** Why a file takes nothing, in words. */

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
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return reasons.get(code) ?? (error instanceof Error ? error.message : 'for a reason that is not told');
}

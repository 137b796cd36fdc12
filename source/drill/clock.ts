/** The time of a drill, in words. */

/** `00:04:12` of milliseconds. */
export function clock(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return parts.map(part => String(part).padStart(2, '0')).join(':');
}

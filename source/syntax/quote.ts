/** `text` as a string of FlowZap Code. */
export function quote(text: string): string {
	return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** What a text in quotes says: `\"` and `\\` are escapes, any other backslash is itself. */
export function unescaped({text}: {readonly text: string}): string {
	return text.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

/** Text beside a heading of its own, wrapped. */
import {width} from '../../text.js';
import {wrap} from '../../wrap.js';

/** Keeps two words on one line; a blank in the end. */
export const glue = '\u00A0';
/** Columns that the text beside a heading gets at least. */
const leastColumns = 20;

/** `body` wrapped to the right of `head`, in lines of `columns`. */
export function hang(head: string, body: string, columns: number): string[] {
	const indent = ' '.repeat(width(head));
	return wrap(body, Math.max(leastColumns, columns - width(head))).map(
		(line, index) => (index === 0 ? head : indent) + line.replaceAll(glue, ' '),
	);
}

/** `text` kept on one line where half a line takes it. */
export function unbroken(text: string, columns: number): string {
	return width(text) <= columns / 2 ? text.replaceAll(' ', glue) : text;
}

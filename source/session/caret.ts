/** Editing a line of text where its cursor stands, by characters as people see them. */
import {clusters} from '../text.js';

/** `word` takes away what stands before the cursor, back to the last blank, `rest` what stands behind it, `all` both. */
export type Edit = 'left' | 'right' | 'home' | 'end' | 'backspace' | 'delete' | 'word' | 'all' | 'rest';

/** A text with the end of it that stands behind the cursor. */
export interface Written {
	readonly text: string;
	readonly behind: string;
}

/** What an editing key makes of it. */
export function edited({text, behind}: Written, edit: Edit): Written {
	const before = text.slice(0, text.length - behind.length);
	const last = clusters(before).at(-1)?.text ?? '';
	const [next = ''] = clusters(behind).map(cluster => cluster.text);
	switch (edit) {
		case 'left':
			return {text, behind: last + behind};
		case 'right':
			return {text, behind: behind.slice(next.length)};
		case 'home':
			return {text, behind: text};
		case 'end':
			return {text, behind: ''};
		case 'backspace':
			return joined(before.slice(0, before.length - last.length), behind);
		case 'delete':
			return joined(before, behind.slice(next.length));
		case 'word':
			return joined(before.replace(/\S+\s*$/, ''), behind);
		case 'all':
			return joined('', '');
		case 'rest':
			return joined(before, '');
	}
}

function joined(before: string, behind: string): Written {
	return {text: before + behind, behind};
}

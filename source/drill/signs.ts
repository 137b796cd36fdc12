/** The signs that a report has of its own, beside the words of the file and of people. */
import type {CharacterSet} from '../canvas/canvas.js';
import {tokenMark} from '../canvas/shapes.js';

/** A sign for each thing that is not said in words. */
export interface Signs {
	/** From one node to the next. */
	readonly step: string;
	/** Between a question and what was chosen. */
	readonly choice: string;
	/** Before the reason. */
	readonly why: string;
	/** Where a token stands in the drawing. */
	readonly token: string;
	/** A line across, a column of it. */
	readonly rule: string;
	/** Where a text was cut. */
	readonly cut: string;
	/** Around labels. */
	readonly quotes: readonly [open: string, close: string];
}

/** The signs that a character set has. */
export const signsOf: Readonly<Record<CharacterSet, Signs>> = {
	unicode: {
		step: '→',
		choice: '►',
		why: '—',
		token: tokenMark.unicode,
		rule: '─',
		cut: '…',
		quotes: ['“', '”'],
	},
	cp437: {step: '→', choice: '►', why: '-', token: tokenMark.cp437, rule: '─', cut: '..', quotes: ['"', '"']},
	// No `->`: in Markdown it would have to be `-&gt;`.
	ascii: {
		step: 'then',
		choice: '=',
		why: '-',
		token: tokenMark.ascii,
		rule: '-',
		cut: '..',
		quotes: ['"', '"'],
	},
};

/** A reason, as routes and records have it, with its labels between the quotes of `signs`. */
export function quotedIn({quotes: [open, close]}: Signs, reason: string): string {
	return reason.replaceAll('“', open).replaceAll('”', close);
}

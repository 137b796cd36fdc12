/** A diagram whose labels are an attack on whoever shows them. */
import {diagramOf} from './random-diagram.js';

/** Labels that would do harm somewhere if they were taken for more than text. */
export const hostileLabels = [
	'plain',
	"=cmd|' /C calc'!A0",
	'@ops #1 https://example.org www.example.org',
	'<script>alert(1)</script> & "quoted" \\" end',
	'| a | b | `code` **bold** [link](x) ~~s~~ $x$',
	'\u001B[31mred\u001B[0m\u0007 \u009B2J',
	'line\nbreak\r\n# not a heading\tTab',
	'a\u202Eb\u2066c\u200Bd\u2028e',
	'"]; evil --> node0{{',
	'end',
	'+1 -1',
	'日本語 é 👩‍👩‍👧',
	'{"json": [1]} \u0000',
	'<placeholder> * Scenario: fake',
	'%%{init: {"theme": "dark"}}%%',
	'*/ // /* " } digraph { x -> y } \\',
	'Scenario: fake\n  Given: no\n@tag',
];

/** Every label stands on a node and an edge; the first decision chooses among all. */
export const hostileDiagram = diagramOf(
	[['diamond', 'Which?\n"'], ...hostileLabels.map((label): ['circle', string] => ['circle', label])],
	hostileLabels.map((label, index): [number, number, string] => [0, index + 1, label]),
);

/** Screens of a terminal as an animated SVG that follows the reader's light or dark setting. */
import {escaped} from '../source/canvas/svg.js';
import type {Look} from '../test/helpers/terminal.js';
import type {Frame} from './film.js';

/** Pixels. Lines of a box meet at this height of a row, in the fonts below. */
const cell = {width: 7.8, height: 15};
const font = 13;
/** Around the screen, and the row of the key below it. */
const margin = 8;
const caption = 24;
/** Milliseconds for which the last screen stands. */
const last = 5000;

// The sixteen colours of a terminal, as GitHub shows them on its light and its dark page.
const light =
	'#24292f #cf222e #116329 #4d2d00 #0969da #8250df #1b7c83 #6e7781 #57606a #a40e26 #1a7f37 #633c01 #218bff #a475f9 #3192aa #8c959f';
const dark =
	'#010409 #ff7b72 #3fb950 #d29922 #58a6ff #bc8cff #39c5cf #b1bac4 #6e7681 #ffa198 #56d364 #e3b341 #79c0ff #d2a8ff #56d4dd #f0f6fc';

/** The film; `title` says what it shows. */
export function filmSvg(frames: readonly Frame[], title: string): string {
	const rows = new Map<string, string>();
	const shots = frames.map((frame, index) => shot(frame, index * heightOf(frame), rows));
	const [first] = frames;
	if (!first) return '';
	const [width, height] = [widthOf(first), heightOf(first)];
	const defined = Array.from(rows, ([content, id]) => `<g id="${id}">${content}</g>`);
	return `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" class="film" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${escaped(title)}</title>
<style>${rules(frames, height)}</style>
<rect width="${width}" height="${height}" rx="6" class="paper"/>
<defs>
${defined.join('\n')}
</defs>
<g class="reel">
${shots.join('\n')}
</g>
</svg>
`;
}

function widthOf({rows}: Frame): number {
	return round((rows[0]?.length ?? 0) * cell.width + 2 * margin);
}

function heightOf({rows}: Frame): number {
	return rows.length * cell.height + 2 * margin + caption;
}

/** One frame, `top` pixels down the reel. A row that was there before is used again. */
function shot({rows, key}: Frame, top: number, known: Map<string, string>): string {
	const uses = rows.map((row, y) => {
		const content = rowContent(row);
		if (content === '') return '';
		const id = known.get(content) ?? `r${known.size}`;
		known.set(content, id);
		return `<use href="#${id}" y="${y * cell.height}"/>`;
	});
	const below = rows.length * cell.height + caption - 8;
	const pressed =
		key === '' ? '' : `<text class="key" x="0" y="${below}">key pressed: ${escaped(key)}</text>`;
	return `<g transform="translate(${margin} ${top + margin})">${uses.join('')}${pressed}</g>`;
}

/** A row as runs of one look, each stretched to the columns it takes. */
function rowContent(row: readonly Look[]): string {
	let content = '';
	for (let from = 0; from < row.length; ) {
		const style = styleOf(row[from]);
		let to = from + 1;
		while (to < row.length && styleOf(row[to]) === style) to += 1;
		content += run(row.slice(from, to), from, style);
		from = to;
	}
	return content;
}

function run(cells: readonly Look[], column: number, style: string): string {
	const [x, width] = [round(column * cell.width), round(cells.length * cell.width)];
	const back = /\bb\S+/.exec(style)?.[0];
	const block = back ? `<rect class="${back}" x="${x}" width="${width}" height="${cell.height}"/>` : '';
	const text = cells.map(one => one.text || ' ').join('');
	const bare = text.trim();
	if (bare === '') return block;
	const start = column + text.indexOf(bare);
	const names = style.replace(/\bb\S+ ?/, '').trim();
	return `${block}<text${names && ` class="${names}"`} x="${round(start * cell.width)}" y="11.7" textLength="${round([...bare].length * cell.width)}">${escaped(bare)}</text>`;
}

/** Classes: `cN` and `bN` for the colours of text and ground, `p` for the colour of the paper. */
function styleOf(look: Look | undefined): string {
	if (!look) return '';
	const {colour, background, bold, dim, inverse, underlined} = look;
	const text = inverse ? (background < 0 ? 'p' : `c${background}`) : colour < 0 ? '' : `c${colour}`;
	const ground = inverse ? (colour < 0 ? 'bi' : `b${colour}`) : background < 0 ? '' : `b${background}`;
	return [ground, text, bold && 'o', dim && 'd', underlined && 'u'].filter(Boolean).join(' ');
}

function rules(frames: readonly Frame[], height: number): string {
	const length = (frames.at(-1)?.at ?? 0) + last;
	const steps = frames.map(
		({at}, index) => `${round((at / length) * 100)}%{transform:translateY(-${index * height}px)}`,
	);
	const end = (frames.length - 1) * height;
	return `text{font:${font}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}
.o{font-weight:bold}.d{opacity:.65}.u{text-decoration:underline}.key{font-weight:bold}
.reel{animation:film ${round(length / 1000)}s step-end infinite}
@keyframes film{${steps.join('')}100%{transform:translateY(-${end}px)}}
@media (prefers-reduced-motion:reduce){.reel{animation:none;transform:translateY(-${end}px)}}
${colours('#1f2328', '#ffffff', '#57606a', light)}
@media (prefers-color-scheme:dark){
${colours('#e6edf3', '#0d1117', '#8d96a0', dark)}
}`;
}

function colours(ink: string, paper: string, faint: string, sixteen: string): string {
	const numbered = sixteen.split(' ').map((colour, index) => `.c${index},.b${index}{fill:${colour}}`);
	return `text,.bi{fill:${ink}}.paper,.p{fill:${paper}}.key{fill:${faint}}\n${numbered.join('')}`;
}

function round(number: number): number {
	return Math.round(number * 100) / 100;
}

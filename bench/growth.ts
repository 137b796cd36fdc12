/** Growth curves as a picture: time over size, both axes in powers, so that a straight line is a power of the size. */
import type {Point} from './figure.js';

const width = 720;
const height = 420;
const frame = {left: 70, right: 560, top: 30, bottom: 370};
/** Told apart by their marks as well as by their colours, which the colour-blind can tell too (after Okabe and Ito). */
const styles = [
	{colour: '#0072b2', mark: '●'},
	{colour: '#d55e00', mark: '■'},
	{colour: '#009e73', mark: '▲'},
	{colour: '#cc79a7', mark: '◆'},
];

/** An SVG with a curve for each series. */
export function growthPicture(points: readonly Point[]): string {
	const x = axis(
		points.map(({size}) => size),
		frame.left,
		frame.right,
	);
	const y = axis(
		points.map(({milliseconds}) => milliseconds),
		frame.bottom,
		frame.top,
	);
	const series = [...new Set(points.map(point => point.series))];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
		'<style>text{fill:#333}path,line{fill:none;stroke:#888}@media(prefers-color-scheme:dark){text{fill:#ccc}}</style>',
		`<title>Time to lay out and draw, by number of nodes</title>`,
		...x.ticks.map(
			([at, value]) =>
				`<line x1="${at}" x2="${at}" y1="${frame.top}" y2="${frame.bottom}" opacity=".25"/>${label(at, frame.bottom + 20, value, 'middle')}`,
		),
		...y.ticks.map(
			([at, value]) =>
				`<line y1="${at}" y2="${at}" x1="${frame.left}" x2="${frame.right}" opacity=".25"/>${label(frame.left - 8, at + 4, value, 'end')}`,
		),
		label((frame.left + frame.right) / 2, height - 8, 'nodes', 'middle'),
		label(frame.left, frame.top - 10, 'milliseconds', 'middle'),
		...series.map((name, index) => curve(name, index, points, x.at, y.at)),
		'</svg>\n',
	].join('\n');
}

function curve(
	name: string,
	index: number,
	points: readonly Point[],
	x: (value: number) => number,
	y: (value: number) => number,
): string {
	const own = points.filter(({series}) => series === name).sort((a, b) => a.size - b.size);
	const {colour, mark} = styles[index % styles.length] ?? {colour: '#888', mark: '●'};
	const places = own.map(({size, milliseconds}) => [x(size), y(milliseconds)] as const);
	const path = places.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${px} ${py}`).join('');
	const marks = places.map(([px, py]) => label(px, py + 4, mark, 'middle', colour));
	const [endX, endY] = places.at(-1) ?? [0, 0];
	return `<path d="${path}" style="stroke:${colour}" stroke-width="2"/>${marks.join('')}${label(endX + 14, endY + 4, name, 'start', colour)}`;
}

/** Powers of ten as ticks, and where a value lies between the ends. */
function axis(values: readonly number[], from: number, to: number) {
	const low = Math.floor(Math.log10(Math.min(...values)));
	const high = Math.ceil(Math.log10(Math.max(...values)));
	const at = (value: number) =>
		Math.round((from + ((Math.log10(value) - low) / Math.max(1, high - low)) * (to - from)) * 10) / 10;
	const ticks = Array.from({length: high - low + 1}, (_, step) => {
		const value = 10 ** (low + step);
		return [at(value), String(value)] as const;
	});
	return {at, ticks};
}

function label(x: number, y: number, text: string, anchor: string, colour?: string): string {
	return `<text x="${x}" y="${y}" text-anchor="${anchor}"${colour ? ` style="fill:${colour}"` : ''}>${text}</text>`;
}

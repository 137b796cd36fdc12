/** How a picture looks: its colours by the reader's light or dark setting, its letters and strokes. */

/** Pixels of a line's letters. */
export const fontSize = 13;

interface Colours {
	readonly ink: string;
	readonly paper: string;
	readonly band: string;
	readonly lane: string;
	readonly line: string;
	readonly walked: string;
	readonly lit: string;
	readonly token: string;
}

const light: Colours = {
	ink: '#1f2328',
	paper: '#ffffff',
	band: '#f6f8fa',
	lane: '#8c959f',
	line: '#57606a',
	walked: '#0969da',
	lit: '#ddf4ff',
	token: '#bc4c00',
};

const dark: Colours = {
	ink: '#e6edf3',
	paper: '#0d1117',
	band: '#161b22',
	lane: '#6e7681',
	line: '#8d96a0',
	walked: '#58a6ff',
	lit: '#0c2d6b',
	token: '#f0883e',
};

/** Plain rules, since many viewers of SVG know no custom properties. */
function rules(colours: Colours): string {
	return `.flowzap text{fill:${colours.ink}}
.flowzap .paper{fill:${colours.paper}}
.flowzap .band{fill:${colours.band};stroke:${colours.lane}}
.flowzap .box{fill:${colours.paper};stroke:${colours.ink}}
.flowzap .line{stroke:${colours.line}}
.flowzap .head,.flowzap .label{fill:${colours.line}}
.flowzap .walked .box{fill:${colours.lit};stroke:${colours.walked}}
.flowzap .walked .line{stroke:${colours.walked}}
.flowzap .walked .head,.flowzap .walked .label{fill:${colours.walked}}
.flowzap .token .box{stroke:${colours.token}}`;
}

/** The style sheet of a picture. */
export const style = `.flowzap text{font:${fontSize}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}
.flowzap .title,.flowzap .walked .label{font-weight:bold}
.flowzap .box{stroke-width:1.2}
.flowzap .line{fill:none;stroke-width:1.3}
.flowzap .back{stroke-dasharray:5 4}
.flowzap .walked .box{stroke-width:2.6}
.flowzap .walked .line{stroke-width:3}
.flowzap .token .box{stroke-width:3.4}
${rules(light)}
@media (prefers-color-scheme:dark){
${rules(dark)}
}`;

/** Where everything stands, in character cells, origin top left, y downwards. */
import type {Shape, Side} from '../diagram/diagram.js';

/** A cell. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Borders are part of a box. */
export interface Box extends Point {
	readonly width: number;
	readonly height: number;
}

/** A lane as it is drawn, its title in the upper border, which it shares with the lane above. */
export interface LaneBox extends Box {
	readonly id: string;
	/** As it stands in the border, harmless. */
	readonly title: string;
	/** The column of the title's first character, the same for all lanes. */
	readonly titleX: number;
}

/** A node as it is drawn. */
export interface NodeBox extends Box {
	readonly id: string;
	readonly shape: Shape;
	/** The text inside, a line each, harmless; for a taskbox its owner and system lines under `rule`. */
	readonly lines: readonly string[];
	/** How many of `lines` stand above the rule of a taskbox; absent where there is no rule. */
	readonly rule?: number;
	/** Whether it has a border above and below; without one it is an id in brackets, or a dot. */
	readonly framed: boolean;
}

/** An edge as it is drawn. */
export interface EdgeLine {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	readonly fromSide: Side;
	readonly toSide: Side;
	/** From the cell beside the source's border through every bend to the arrowhead's cell. */
	readonly points: readonly Point[];
	readonly label?: Box & {readonly lines: readonly string[]};
	/** Against the flow (part of a cycle) or synthetic: drawn dashed. */
	readonly back: boolean;
}

/** A laid-out diagram. Lists are in file order. */
export interface Layout {
	readonly width: number;
	readonly height: number;
	readonly lanes: readonly LaneBox[];
	readonly nodes: readonly NodeBox[];
	readonly edges: readonly EdgeLine[];
}

/** `full` wraps labels, `compact` cuts them to a line, `ids` shows ids only, `map` a cell or two a node. */
export type Zoom = 'full' | 'compact' | 'ids' | 'map';
export const zooms: readonly Zoom[] = ['map', 'ids', 'compact', 'full'];

/** `packed` starts every lane at the left; `flow` lets time run to the right across lanes. */
export type Spread = 'packed' | 'flow';
export const spreads: readonly Spread[] = ['packed', 'flow'];

/** How a diagram is seen. */
export interface Sight {
	readonly zoom: Zoom;
	/** Columns at which labels are wrapped. */
	readonly wrap: number;
	/** Columns of boxes, at most; what stands behind them goes on below, as text does in the next line. */
	readonly fold: number;
}

/** How a diagram is laid out. */
export interface LayoutOptions extends Sight {
	readonly spread: Spread;
}

/** Columns at which labels are usually wrapped or cut: a smaller zoom is narrower as well as lower. */
const usualWrap: Readonly<Record<Zoom, number>> = {full: 18, compact: 15, ids: 18, map: 18};

/** How a zoom is usually drawn. */
export function sightOf(zoom: Zoom): Sight {
	return {zoom, wrap: usualWrap[zoom], fold: Number.POSITIVE_INFINITY};
}

export const defaultLayout: LayoutOptions = {...sightOf('full'), spread: 'packed'};

/** The library: a text becomes a diagram, a diagram a layout, a layout a drawing. */

export type {Canvas, CharacterSet, Light} from './canvas/canvas.js';
export {paint} from './canvas/paint.js';
export type {Diagram, Edge, Lane, Loop, Node, Shape, Side} from './diagram/diagram.js';
export {read} from './diagram/read.js';
export {frame} from './frame.js';
export type {Layout, LayoutOptions} from './layout/geometry.js';
export {layOut} from './layout/layout.js';
export {
	type Code,
	type Fix,
	type Place,
	type Problem,
	place,
	type Severity,
	type Source,
	type Span,
} from './problem.js';

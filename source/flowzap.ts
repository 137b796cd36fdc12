/** The library: a text becomes a diagram, a diagram a layout, a layout a drawing. */
export type {Diagram} from './diagram/diagram.js';

/**
 * Lays a diagram out as lanes on a grid of character cells. The passes, in order:
 * measure, place and align, links, routes, ports, wires and tracks (vertical, then horizontal),
 * sizes, cells and titles, and what was left empty is squeezed out.
 *
 * No line runs through a box, along another or under a label, because each pass reserves what it
 * uses: lines lie in channels between the boxes, every wire on a track of its own, every label in a
 * zone beside its slot that no track enters.
 */
import type {Diagram} from '../diagram/diagram.js';
import {filled, mustBeOneOf, mustBeWhole} from '../given.js';
import {cellsOf} from './cells.js';
import {returns} from './cycles.js';
import {defaultLayout, type Layout, type LayoutOptions, sightOf, spreads, zooms} from './geometry.js';
import {gridOf} from './grid.js';
import {type Axis, type Link, linksOf} from './links.js';
import {measure} from './measure.js';
import {indicesOf, place} from './place.js';
import {neighboursOf, placePorts, slotsOf} from './ports.js';
import {routeLinks} from './routes.js';
import {sizesOf} from './sizes.js';
import {squeezed} from './squeeze.js';
import {assignTracks} from './tracks.js';
import {untangle} from './untangle.js';
import {type Wiring, wiresOf} from './wires.js';

/**
 * The layout of `diagram`; the same input gives the same output, always. Throws a RangeError for a `zoom` or a `spread`
 * that there is not, and for a `wrap` or a `fold` that is no whole number from 1 on.
 */
export function layOut(diagram: Diagram, options: Partial<LayoutOptions> = {}): Layout {
	const usual = {...defaultLayout, ...sightOf(options.zoom ?? defaultLayout.zoom)};
	const settings = filled(usual, options);
	mustBeOneOf('zoom', settings.zoom, zooms);
	mustBeOneOf('spread', settings.spread, spreads);
	mustBeWhole('wrap', settings.wrap, 1);
	mustBeWhole('fold', settings.fold, 1);
	const indices = indicesOf(diagram);
	const contents = measure(diagram, settings);
	const back = returns(diagram, indices);
	const grid = gridOf(place(diagram, indices, settings, back));
	const links = linksOf(diagram, indices, contents, back);
	routeLinks(grid, links);
	const slots = slotsOf(links);
	const pitch = contents.framed ? 3 : 2;
	const neighbours = neighboursOf(grid, slots);
	placePorts(grid, slots, neighbours, pitch);
	untangle(grid, links, neighbours, pitch);
	const vertical = trackWires('vertical', links);
	const horizontal = trackWires('horizontal', links, vertical.wiring);
	const sizes = sizesOf(diagram, grid, slots, contents, {
		vertical: vertical.tracks,
		horizontal: horizontal.tracks,
	});
	const wirings = [vertical.wiring, horizontal.wiring] as const;
	const layout = cellsOf({diagram, grid, links, contents, sizes, wirings, back});
	// On the map places are told by even steps.
	return settings.zoom === 'map' ? layout : squeezed(layout);
}

function trackWires(
	axis: Axis,
	links: readonly Link[],
	crossing?: Wiring,
): {wiring: Wiring; tracks: Map<number, number>} {
	const wiring = wiresOf(axis, links, crossing);
	const tracks = new Map<number, number>();
	for (const [channel, wires] of wiring.channels) tracks.set(channel, assignTracks(wires));
	return {wiring, tracks};
}

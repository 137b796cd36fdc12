import test from 'ava';
import fc from 'fast-check';
import {Bands} from '../../source/canvas/bands.js';
import {Cells} from '../../source/canvas/cells.js';
import {paintBand} from '../../source/canvas/paint.js';
import {zooms} from '../../source/layout/geometry.js';
import {layOut} from '../../source/layout/layout.js';
import {anyDiagram} from '../helpers/diagrams.js';

test('a band painted alone shows what the whole drawing shows there', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(
				anyDiagram,
				fc.constantFrom(...zooms),
				fc.nat(),
				fc.integer({min: 1, max: 9}),
				(diagram, zoom, from, rows) => {
					const layout = layOut(diagram, {zoom});
					const {width, height} = layout;
					const first = from % height;
					const whole = new Cells(width, 0, height);
					const band = new Cells(width, first, Math.min(height, first + rows));
					for (const cells of [whole, band]) paintBand(cells, layout, 'unicode');
					for (let y = first; y < band.end; y++)
						t.deepEqual(band.slice(y, -2, width + 2), whole.slice(y, -2, width + 2));
				},
			),
			{includeErrorInReport: true},
		),
	);
});

test('a drawing with more cells than a band is painted where it is looked at, and few bands are kept', t => {
	const columns = 2 ** 18;
	const painted: number[] = [];
	const bands = new Bands(columns, 200, cells => {
		painted.push(cells.first);
		cells.set(7, cells.first, cells.add({type: 'tail'}));
	});
	t.deepEqual(painted, []);
	t.deepEqual(bands.get(7, 32), {type: 'tail'});
	t.is(bands.get(7, 33), undefined);
	t.deepEqual(bands.slice(47, 5, 9), [undefined, undefined, undefined, undefined]);
	t.deepEqual(painted, [32]);
	for (let y = 0; y < 200; y++) bands.get(0, y);
	t.is(painted.length, 13);
	bands.get(0, 199);
	t.is(painted.length, 13);
	bands.get(0, 0);
	t.deepEqual(painted.slice(13), [0]);
});

test('outside of the drawing there is nothing', t => {
	const bands = new Bands(4, 2, cells => cells.strokeRow(0, 0, 4, 0, 15, false));
	t.is(bands.get(0, -1), undefined);
	t.is(bands.get(0, 2), undefined);
	t.is(bands.get(-1, 1), undefined);
	t.is(bands.get(4, 0), undefined);
	t.is(bands.slice(0, 0, 4).filter(cell => cell?.type === 'lines').length, 4);
});

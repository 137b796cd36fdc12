import test from 'ava';
import fc from 'fast-check';
import {layOut} from '../../source/layout/layout.js';
import {squeezed} from '../../source/layout/squeeze.js';
import {randomDiagram} from '../helpers/random-diagram.js';

test('no drawing has a column that could be taken out', t => {
	fc.assert(
		fc.property(randomDiagram(), fc.constantFrom('full', 'compact', 'ids'), (diagram, zoom) => {
			const layout = layOut(diagram, {zoom});
			t.deepEqual(squeezed(layout), layout);
		}),
		{numRuns: 200},
	);
});

import test from 'ava';
import fc from 'fast-check';
import {leftEdge} from '../../source/layout/left-edge.js';
import type {Wire} from '../../source/layout/wires.js';

const anyWires = fc.array(
	fc
		.tuple(fc.nat(60), fc.nat(20))
		.map(([low, length]): Wire => ({net: 0, low, high: low + length, taps: [], track: -1})),
	{maxLength: 60},
);

/** Pairs of which the first comes earlier in the list, so that they go round in no ring. */
const anyPairs = (count: number) =>
	fc.array(
		fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).map(([a, b]) => ({
			first: Math.min(a, b),
			second: Math.max(a, b),
		})),
	);

test('wires of a track lie apart, what is forced holds, and no track is left out', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(
				anyWires.chain(wires => fc.tuple(fc.constant(wires), anyPairs(Math.max(1, wires.length)))),
				([wires, pairs]) => {
					const forced = pairs.filter(({first, second}) => first !== second);
					const tracks = leftEdge(wires, forced);
					const used = new Set(wires.map(wire => wire.track));
					const apart = wires.every((wire, i) =>
						wires.slice(i + 1).every(other => {
							const beside = wire.low <= other.high + 1 && other.low <= wire.high + 1;
							return !beside || wire.track !== other.track;
						}),
					);
					const kept = forced.every(
						({first, second}) => (wires[first]?.track ?? 0) < (wires[second]?.track ?? 0),
					);
					return apart && kept && used.size === tracks && Math.max(-1, ...used) === tracks - 1;
				},
			),
		),
	);
});

test('without forced pairs there are as many tracks as wires lie side by side somewhere', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(anyWires, wires => {
				const most = wires.map(
					({low}) => wires.filter(other => other.low <= low && low <= other.high + 1).length,
				);
				return leftEdge(wires, []) === Math.max(0, ...most);
			}),
		),
	);
});

import { squarify } from './squarify';

it('takes an area apart as the authors of the algorithm do', () => {
  // The example of their paper: 6 by 4, with areas of 6, 6, 4, 3, 2, 2 and 1.
  const tiles = squarify([6, 6, 4, 3, 2, 2, 1], { width: 6, height: 4 });
  const rounded = tiles.map(({ x, y, width, height }) =>
    [x, y, width, height].map(value => Number(value.toFixed(2))),
  );
  expect(rounded).toEqual([
    [0, 0, 3, 2],
    [0, 2, 3, 2],
    [3, 0, 1.71, 2.33],
    [4.71, 0, 1.29, 2.33],
    [3, 2.33, 1.2, 1.67],
    [4.2, 2.33, 1.2, 1.67],
    [5.4, 2.33, 0.6, 1.67],
  ]);
});

it('has nothing to place where there is nothing', () => {
  expect(squarify([], { width: 6, height: 4 })).toEqual([]);
});

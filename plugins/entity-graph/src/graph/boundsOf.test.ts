import { boundsOf } from './boundsOf';

describe('boundsOf', () => {
  // Nodes are 232 wide and 66 high.
  const places = new Map([
    ['a', { x: 10, y: 100 }],
    ['b', { x: 314, y: 20 }],
  ]);

  it('has room for nodes, and for lines that go beyond them', () => {
    expect(boundsOf({ places, routes: new Map() })).toEqual({
      x: 10,
      y: 20,
      width: 536,
      height: 146,
    });
    const around = [
      { x: 314, y: 53 },
      { x: 314, y: 190 },
      { x: 2, y: 190 },
    ];
    expect(boundsOf({ places, routes: new Map([['b a', around]]) })).toEqual({
      x: 2,
      y: 20,
      width: 544,
      height: 170,
    });
  });

  it('has a size where there is nothing', () => {
    expect(boundsOf({ places: new Map(), routes: new Map() })).toEqual({
      x: 0,
      y: 0,
      width: 232,
      height: 66,
    });
  });
});

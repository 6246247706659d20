import { boundsOf } from './boundsOf';
import { type DrawnEdge } from './Drawing';

const edge = (source: string, target: string): DrawnEdge => ({
  id: `${source} ${target}`,
  source,
  target,
  origin: 'declared',
  count: 1,
});

describe('boundsOf', () => {
  // Nodes are 232 wide and 66 high.
  const places = new Map([
    ['a', { x: 0, y: 100 }],
    ['b', { x: 304, y: 20 }],
  ]);

  it('is what nodes take, where every line leads on', () => {
    expect(boundsOf({ edges: [edge('a', 'b')] }, places)).toEqual({
      x: 0,
      y: 20,
      width: 536,
      height: 146,
    });
  });

  it('has room for a line that leads back', () => {
    const { x, width, ...rest } = boundsOf(
      { edges: [edge('a', 'b'), edge('b', 'a')] },
      places,
    );
    // Back from 536 to 0 its control points are 6.25 * √536 = 144.7 beyond. It turns
    // at the share t of its way where (2 * 536 + 6 * 144.7) * t * (1 - t) = 144.7, at
    // 0.0812, and is there 3 * 144.7 * t * (1 - t) * (1 - 2 t) - 536 * t² * (3 - 2 t)
    // = 17.1 beyond the nodes.
    expect(x).toBeCloseTo(-17.1, 1);
    expect(width).toBeCloseTo(536 + 2 * 17.1, 1);
    expect(rest).toEqual({ y: 20, height: 146 });
  });

  it('has a size where there is nothing', () => {
    expect(boundsOf({ edges: [] }, new Map())).toEqual({
      x: 0,
      y: 0,
      width: 232,
      height: 66,
    });
  });
});

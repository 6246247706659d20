import ElkInProcess from 'elkjs/lib/elk.bundled';
import { sampleNode } from '../__testUtils__/sampleGraph';
import { type DrawnEdge, NODE_SIZE } from './Drawing';
import { layoutDrawing } from './layoutDrawing';

// jsdom has no workers.
jest.mock('./createElk', () => ({ createElk: () => new ElkInProcess() }));

const edge = (source: string, target: string): DrawnEdge => ({
  id: `${source} ${target}`,
  source,
  target,
  origin: 'declared',
  count: 1,
});

const drawing = {
  nodes: ['a', 'b', 'c'].map(id => ({
    kind: 'entity' as const,
    id,
    node: sampleNode(`component:default/${id}`),
  })),
  edges: [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')],
};

describe('layoutDrawing', () => {
  it('has what uses something on the left of it', async () => {
    const { places } = await layoutDrawing(drawing);
    const [a, b, c] = ['a', 'b', 'c'].map(id => places.get(id)?.x ?? NaN);
    expect(b).toBeGreaterThan(a + NODE_SIZE.width);
    expect(c).toBeGreaterThan(b + NODE_SIZE.width);
  });

  it('leads a line that goes back from left side to right side, past what stands between', async () => {
    const { places, routes } = await layoutDrawing(drawing);
    const route = routes.get('c a') ?? [];
    expect(route.at(0)?.x).toBe(places.get('c')?.x);
    expect(route.at(-1)?.x).toBe((places.get('a')?.x ?? 0) + NODE_SIZE.width);
    const between = places.get('b') ?? { x: 0, y: 0 };
    const besideIt = route.filter(
      ({ x }) => x >= between.x && x <= between.x + NODE_SIZE.width,
    );
    expect(besideIt).not.toEqual([]);
    for (const { y } of besideIt) {
      expect(y < between.y || y > between.y + NODE_SIZE.height).toBe(true);
    }
  });
});

import { sampleEdge, sampleNode } from '../__testUtils__/sampleGraph';
import { drawGraph } from './drawGraph';

const billing = {
  systemRef: 'system:default/billing',
  systemTitle: 'Billing',
};
const health = (value: 'good' | 'bad') => ({
  facts: { health: value, openIncidents: 0 },
});

const nodes = [
  sampleNode('component:default/a', { ...billing, ...health('bad') }),
  sampleNode('component:default/b', { ...billing, ...health('good') }),
  sampleNode('component:default/c', billing),
  sampleNode('component:default/d', { systemRef: 'system:default/shop' }),
  sampleNode('component:default/e', { ownerRef: 'group:default/team' }),
  sampleNode('component:default/f', { ownerRef: 'group:default/team' }),
];

const edges = [
  sampleEdge('component:default/d', 'component:default/a'),
  sampleEdge('component:default/d', 'component:default/b', {
    origin: 'observed',
  }),
  sampleEdge('component:default/a', 'component:default/b'),
];

it('draws the entities of a system as one, with what they are and what leads there', () => {
  const drawing = drawGraph(
    { nodes, edges },
    { group: 'system', openIds: ['group:default/team'], aloneRefs: [] },
  );
  expect(drawing.nodes).toEqual([
    {
      kind: 'cluster',
      id: 'system:default/billing',
      title: 'Billing',
      common: 'system',
      count: 3,
      health: { bad: 1, good: 1, unknown: 1 },
    },
    // Alone in its system, or in one that is open.
    expect.objectContaining({ kind: 'entity', id: 'component:default/d' }),
    expect.objectContaining({ kind: 'entity', id: 'component:default/e' }),
    expect.objectContaining({ kind: 'entity', id: 'component:default/f' }),
  ]);
  expect(drawing.edges).toEqual([
    {
      id: 'component:default/d system:default/billing',
      source: 'component:default/d',
      target: 'system:default/billing',
      origin: 'both',
      count: 2,
    },
  ]);
});

it('leaves what is asked about by itself, and few nodes as they are', () => {
  const alone = drawGraph(
    { nodes, edges },
    {
      group: 'system',
      openIds: [],
      aloneRefs: ['component:default/a', undefined],
    },
  );
  expect(alone.nodes.map(({ id }) => id)).toEqual([
    'system:default/billing',
    'group:default/team',
    'component:default/a',
    'component:default/d',
  ]);
  const few = drawGraph(
    { nodes, edges },
    { group: 'auto', openIds: [], aloneRefs: [] },
  );
  expect([few.nodes.length, few.edges.length]).toEqual([6, 3]);
});

it('draws a thousand entities of as many systems as one', () => {
  const hub = sampleNode('component:default/hub', { hops: 0 });
  const dependents = Array.from({ length: 1_000 }, (_, index) =>
    sampleNode(`component:default/user-${index}`, {
      systemRef: `system:default/system-${index}`,
      ownerRef: `group:default/team-${index}`,
    }),
  );
  const drawing = drawGraph(
    {
      nodes: [hub, ...dependents],
      edges: dependents.map(({ entityRef }) =>
        sampleEdge(entityRef, hub.entityRef),
      ),
    },
    { group: 'auto', openIds: [], aloneRefs: [hub.entityRef] },
  );
  expect(drawing.nodes).toEqual([
    {
      kind: 'cluster',
      id: 'component',
      title: 'Components',
      common: 'kind',
      count: 1_000,
      health: { unknown: 1_000 },
    },
    expect.objectContaining({ kind: 'entity', id: hub.entityRef }),
  ]);
  expect(drawing.edges).toEqual([
    expect.objectContaining({
      source: 'component',
      target: hub.entityRef,
      count: 1_000,
    }),
  ]);
});

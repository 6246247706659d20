import { sampleEdge, sampleNode } from '../__testUtils__/sampleGraph';
import { drawGraph } from './drawGraph';
import { inOrder } from './inOrder';

it('orders nodes by title and edges by what they join, however they came', () => {
  // Resources that were provisioned are named by ids that say nothing.
  const nodes = [
    sampleNode('resource:default/9f', { title: 'ledger (dev)' }),
    sampleNode('resource:default/1a', { title: 'ledger (production)' }),
    sampleNode('component:default/payments', { title: 'payments' }),
    sampleNode('component:default/api-10', { title: 'api 10' }),
    sampleNode('component:default/api-9', { title: 'api 9' }),
  ];
  const edges = [
    sampleEdge('component:default/payments', 'resource:default/1a'),
    sampleEdge('component:default/payments', 'resource:default/9f'),
    sampleEdge('component:default/api-10', 'component:default/payments'),
  ];
  const orderOf = (graph: { nodes: typeof nodes; edges: typeof edges }) => {
    const drawing = inOrder(
      drawGraph(graph, { group: 'none', openIds: [], aloneRefs: [] }),
    );
    return {
      nodes: drawing.nodes.map(({ id }) => id),
      edges: drawing.edges.map(({ id }) => id),
    };
  };
  const expected = {
    nodes: [
      'component:default/api-9',
      'component:default/api-10',
      'resource:default/9f',
      'resource:default/1a',
      'component:default/payments',
    ],
    edges: [
      'component:default/api-10 component:default/payments',
      'component:default/payments resource:default/9f',
      'component:default/payments resource:default/1a',
    ],
  };
  expect(orderOf({ nodes, edges })).toEqual(expected);
  expect(
    orderOf({ nodes: nodes.toReversed(), edges: edges.toReversed() }),
  ).toEqual(expected);
});

it('keeps entities of the same title in the order of their refs', () => {
  const nodes = ['b', 'a'].map(name =>
    sampleNode(`component:${name}/shop`, { title: 'shop' }),
  );
  expect(
    inOrder(
      drawGraph(
        { nodes, edges: [] },
        { group: 'none', openIds: [], aloneRefs: [] },
      ),
    ).nodes.map(({ id }) => id),
  ).toEqual(['component:a/shop', 'component:b/shop']);
});

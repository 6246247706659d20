import type { GraphNode } from '@atrium/plugin-entity-graph-common';
import { createNodeColors } from './nodeColors';

const node: GraphNode = {
  entityRef: 'component:default/payment-service',
  kind: 'Component',
  name: 'payment-service',
  hops: 0,
};

const rated = (color?: 'bronze'): GraphNode => ({
  ...node,
  facts: {
    health: 'good',
    openIncidents: 0,
    level: {
      scorecard: 'readiness',
      scorecardTitle: 'Readiness',
      level: 'Bronze',
      color,
      levels: 3,
      score: 0.5,
    },
  },
});

it('has the colours of levels as CSS knows them', () => {
  const colorOf = createNodeColors('level', []);
  expect(colorOf(rated('bronze'))).toEqual({
    color: expect.stringContaining('var(--scorecard-bronze'),
    text: 'Bronze',
  });
  expect(colorOf(node).text).toBe('Not rated');
});

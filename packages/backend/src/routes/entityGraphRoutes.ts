import type { RouteRow } from './RouteRow';

/** The routes of the graph of entities. */
export const entityGraphRoutes: RouteRow[] = [
  {
    plugin: 'entity-graph',
    caller: 'signed-in',
    reason:
      'What depends on what is for everybody; entities hidden from the caller are left out, with what lies behind them.',
    routes: [
      'GET /neighbourhood',
      'GET /impact',
      'GET /impact.md',
      'GET /impact.csv',
      'GET /reliance',
      'GET /path',
      'GET /cycles',
      'GET /differences',
    ],
  },
  {
    plugin: 'entity-graph',
    caller: 'admin',
    reason: 'Tokens that the configuration names may report calls too.',
    routes: ['POST /observed-edges'],
  },
];

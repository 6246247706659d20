import type { RouteRow } from './RouteRow';

/** The routes that our modules add to those of TechDocs. */
export const techdocsRoutes: RouteRow[] = [
  {
    plugin: 'techdocs',
    caller: 'service',
    reason: 'How any documentation is, without a look at who asks.',
    routes: ['POST /docs-summaries/by-entity'],
  },
  {
    plugin: 'techdocs',
    caller: 'signed-in',
    reason:
      'What the caller answered and what they write, of documentation that they may read, and whether there is any. What others answered, the service asks the owner permission for.',
    routes: [
      'GET /page-feedback',
      'GET /page-feedback/comments',
      'GET /page-feedback/own',
      'PUT /page-feedback/own',
      'POST /page-previews',
      'GET /proposals',
      'POST /proposals',
      'POST /proposals/check',
      'GET /site-state',
    ],
  },
];

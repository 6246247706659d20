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
      'What the caller answered and what they write, of documentation that they may read, whether there is any, and where they could write the first page of what they see. What others answered, the service asks the owner permission for.',
    routes: [
      'POST /first-pages/by-entity',
      'GET /page-feedback',
      'GET /page-feedback/comments',
      'GET /page-feedback/own',
      'PUT /page-feedback/own',
      'POST /page-previews',
      'GET /proposals',
      'POST /proposals',
      'POST /proposals/check',
      'GET /site-metadata',
      'GET /site-state',
    ],
  },
];

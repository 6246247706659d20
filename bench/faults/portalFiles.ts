import type { RepositoryFiles } from './GitHost.ts';

/** Where the catalog file of the service is that the portal is tried with. */
export const CATALOG_URL =
  'https://github.com/acme/payments/blob/main/catalog-info.yaml';

/** What its SLO counts is pushed under. */
export const SERIES = 'payments';

/** Who runs templates. */
export const PERSON = 'user:default/dana';

/** Enough for a site to take a moment. */
const PAGES = 40;

const CATALOG_FILE = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments
  annotations:
    atrium.dev/slo: ./slo.yaml
    backstage.io/techdocs-ref: dir:.
spec: { type: service, lifecycle: production, owner: team-payments }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team-payments }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: dana }
spec: { memberOf: [team-payments] }
`;

const QUERY = `{ metricSource: { type: push, spec: { series: ${SERIES} } } }`;

const SLO_FILE = `apiVersion: openslo/v1
kind: SLO
metadata: { name: availability }
spec:
  service: payments
  indicator:
    metadata: { name: requests }
    spec:
      ratioMetric:
        counter: true
        good: ${QUERY}
        total: ${QUERY}
  timeWindow: [{ duration: 1d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.99 }]
`;

/** What every page of an edition of the documentation says. */
export function editionMark(edition: number): string {
  return `This is edition ${edition}.`;
}

/** The repository, with an edition of its documentation. */
export function portalFiles(edition: number): RepositoryFiles {
  const page = (title: string) => `# ${title}\n\n${editionMark(edition)}\n`;
  return new Map([
    ['catalog-info.yaml', CATALOG_FILE],
    ['slo.yaml', SLO_FILE],
    ['mkdocs.yml', 'site_name: Payments\n'],
    ['docs/index.md', page('Payments')],
    ...Array.from(
      { length: PAGES },
      (_, index) =>
        // Each edition has a page that the others do not have.
        [`docs/page-${edition + index}.md`, page(`Page ${index}`)] as const,
    ),
  ]);
}

import type { AttentionItem } from '@atrium/plugin-entity-summary-common';
import { attentionWords, unavailableWords } from './attentionWords';

const payments = {
  entityRef: 'component:default/payment-service',
  title: 'Anything',
  severity: 'bad' as const,
};

const page = '/catalog/default/component/payment-service';

it.each<[Partial<AttentionItem> & { kind: AttentionItem['kind'] }, string]>([
  [{ kind: 'incident' }, page],
  [{ kind: 'slo-alert', targetId: 'a b' }, `${page}/slos?slo=a+b`],
  [{ kind: 'slo-breached' }, `${page}/slos`],
  [{ kind: 'pipeline-failed' }, `${page}/delivery`],
  [{ kind: 'workload-degraded' }, `${page}/runtime`],
  [
    { kind: 'finding-overdue' },
    `${page}/scorecards?view=findings&overdue=true`,
  ],
  [{ kind: 'approval', targetId: '1/2' }, '/provisioning/requests/1%2F2'],
  [{ kind: 'approval' }, '/provisioning/requests'],
  [{ kind: 'lease-expiring', targetId: 'r1' }, '/provisioning/resources/r1'],
  [{ kind: 'resource-attention' }, '/provisioning/resources'],
  [{ kind: 'exemption-request' }, '/scorecards/exemptions'],
  [{ kind: 'initiative-due', targetId: 'i' }, '/scorecards/initiatives/i'],
  [
    { kind: 'breaking-change', entityRef: 'api:default/payment-api' },
    '/catalog/default/api/payment-api/history',
  ],
  [{ kind: 'catalog-problem', entityRef: undefined }, '/catalog-health'],
  [{ kind: 'workload-degraded', entityRef: undefined }, '/workloads'],
])('leads from %j to %s', (item, href) => {
  expect(attentionWords({ ...payments, ...item }).href).toBe(href);
});

it('counts overdue findings, whose title is only whose they are', () => {
  const item = { ...payments, kind: 'finding-overdue' as const };
  expect(attentionWords({ ...item, count: 1 }).text).toBe('1 overdue finding');
  expect(attentionWords({ ...item, count: 3 }).text).toBe('3 overdue findings');
  expect(attentionWords({ ...item, kind: 'incident' }).text).toBeUndefined();
});

it('says of a pipeline where it failed', () => {
  const item = { ...payments, kind: 'pipeline-failed' as const, title: 'ci' };
  expect(attentionWords(item).text).toBe('ci on the main branch');
  expect(attentionWords({ ...item, count: 2 }).text).toBe(
    '2 pipelines on the main branch',
  );
});

it('names plugins that did not answer as people know them', () => {
  expect(unavailableWords(['delivery', 'slo', 'made-here'])).toBe(
    'Delivery, SLOs and made-here did not answer',
  );
});

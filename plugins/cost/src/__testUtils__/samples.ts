import type {
  Allocation,
  Anomaly,
  CostBreakdown,
  CostImport,
  CostMovers,
  CostProposalDraft,
  CostResource,
  CostSeries,
  CostSummary,
  RuleDryRunResult,
  Unallocated,
} from '@atrium/plugin-cost-common';

export const NOW = '2026-11-28T12:00:00.000Z';
export const SERVICE = 'component:default/payment-service';
export const TEAM = 'group:default/team-payments';

const answer = {
  currency: 'EUR',
  metric: 'effective' as const,
  period: { from: '2026-11-01', to: '2026-11-27' },
  freshness: {
    completeUntil: '2026-11-27',
    importedAt: '2026-11-28T09:00:00.000Z',
    silentSources: [],
    unconverted: [],
    rates: [],
  },
};

export function sampleSummary(other: Partial<CostSummary> = {}): CostSummary {
  return {
    ...answer,
    entityRef: SERVICE,
    month: '2026-11',
    isMeasured: true,
    monthToDate: '1240.337512',
    sameDaysLastMonth: '1100.25',
    lastMonth: '1301.5',
    forecast: {
      amount: '1432.5',
      low: '1390',
      high: '1500.4',
      basis: 'From the last 8 weeks, by weekday.',
    },
    budget: {
      amount: '1400',
      usedRatio: 0.886,
      forecastRatio: 1.023,
      state: 'at-risk',
      source: 'Annotation of payment-service',
    },
    direct: '930.25',
    shared: '310.087512',
    unallocated: '0',
    coverage: 0.94,
    openAnomalyCount: 1,
    ...other,
  };
}

export const sampleSeries: CostSeries = {
  ...answer,
  period: { from: '2026-11-25', to: '2026-11-28' },
  granularity: 'day',
  starts: ['2026-11-25', '2026-11-26', '2026-11-27'],
  series: [
    {
      key: 'Compute',
      label: 'Compute',
      amounts: ['30.125', '31', null],
      total: '61.125',
    },
    {
      key: 'Storage',
      label: 'Storage',
      amounts: ['10', '-2.5', null],
      total: '7.5',
    },
  ],
  total: '68.625',
};

export const sampleMovers: CostMovers = {
  ...answer,
  comparison: { from: '2026-10-01', to: '2026-10-27' },
  change: '140.087512',
  items: [
    {
      serviceName: 'Storage',
      origin: 'entity',
      resourceId: 'vol-0a1',
      resourceName: 'payments-data',
      amount: '412.5',
      comparisonAmount: '100.5',
      change: '312',
      kind: 'rise',
      since: '2026-11-14',
    },
    {
      serviceName: 'Data transfer',
      origin: 'entity',
      amount: '0',
      comparisonAmount: '171.91',
      change: '-171.91',
      kind: 'gone',
    },
    {
      serviceName: 'Compute',
      origin: 'entity',
      pool: 'Production cluster',
      amount: '20',
      comparisonAmount: '18',
      change: '2',
      kind: 'rise',
    },
  ],
};

export const sampleResource: CostResource = {
  resourceId: 'vol-0a1',
  resourceName: 'payments-data',
  resourceType: 'Volume',
  provider: 'AWS',
  serviceName: 'Amazon EBS',
  region: 'eu-central-1',
  amount: '412.5',
  entityRef: SERVICE,
  rule: 'by-service-tag',
};

export const sharedResource: CostResource = {
  provider: 'AWS',
  serviceName: 'Amazon EKS',
  amount: '310.087512',
  entityRef: SERVICE,
  pool: 'cluster',
};

export const sampleAnomaly: Anomaly = {
  id: 'a1',
  entityRef: SERVICE,
  currency: 'EUR',
  firstDay: '2026-11-20',
  lastDay: '2026-11-26',
  amount: '420',
  expected: '210',
  excess: '210',
  drivers: [
    {
      serviceName: 'Amazon EBS',
      resourceId: 'vol-0a1',
      resourceName: 'payments-data',
      excess: '205.5',
    },
  ],
  state: 'open',
  foundAt: '2026-11-21T06:00:00.000Z',
};

export function sampleBreakdown(
  other: Partial<CostBreakdown> = {},
): CostBreakdown {
  return {
    ...answer,
    groupBy: 'team',
    comparison: { from: '2026-10-01', to: '2026-10-27' },
    total: '4000',
    comparisonTotal: '3500',
    items: [
      {
        key: TEAM,
        label: 'Payments',
        entityRef: TEAM,
        amount: '2200',
        comparisonAmount: '2000',
      },
      {
        key: 'unallocated',
        label: 'Unallocated',
        amount: '1000',
        comparisonAmount: '1250',
      },
      {
        key: 'group:default/team-search',
        label: 'Search',
        entityRef: 'group:default/team-search',
        amount: '600',
      },
    ],
    rest: { count: 4, amount: '200', comparisonAmount: '250' },
    ...other,
  };
}

export const sampleImport: CostImport = {
  id: 'i1',
  source: 'aws',
  name: 'focus-2026-11.csv.gz',
  state: 'imported',
  receivedAt: '2026-11-28T09:00:00.000Z',
  finishedAt: '2026-11-28T09:01:00.000Z',
  bytes: 48_123_001,
  rowCount: 123_456,
  months: ['2026-10', '2026-11'],
  monthsInForce: ['2026-11'],
  isReconciled: true,
  totals: [
    {
      currency: 'USD',
      billed: '48123.123456789',
      effective: '46111.000000001',
    },
  ],
  errorCount: 0,
  warningCount: 1,
};

export const sampleAllocation: Allocation = {
  version: 7,
  publishedAt: '2026-11-20T09:00:00.000Z',
  source: 'cost-allocation.yaml',
  entityRef: SERVICE,
  isRecalculating: false,
  currency: 'EUR',
  rules: [
    {
      name: 'by-service-tag',
      match: { tags: { service: '*' } },
      to: { entity: 'component:default/${{ tags.service }}' },
      line: 8,
      amount: '21010.2',
      resourceCount: 412,
    },
    {
      name: 'cluster',
      match: { kubernetes: { cluster: 'prod' } },
      to: { pool: 'cluster' },
      line: 12,
      amount: '4100',
      resourceCount: 3,
    },
  ],
  pools: [
    {
      name: 'cluster',
      title: 'Shared cluster',
      split: { by: 'direct-cost' },
      among: {},
      amount: '4100',
      keptAmount: '0.000',
    },
  ],
  problems: [],
};

export const sampleUnallocated: Unallocated = {
  ...answer,
  total: '600',
  organizationTotal: '4000',
  items: [
    {
      label: 'analytics-warehouse',
      provider: 'AWS',
      serviceName: 'Amazon Redshift',
      resourceId: 'arn:aws:redshift:x',
      amount: '450',
      resourceCount: 1,
      suggestion: {
        name: 'analytics',
        match: { resourceName: 'analytics-*' },
        to: { entity: 'group:default/team-payments' },
      },
      hint: { by: 'resource-word', value: 'analytics' },
      match: { resourceId: 'arn:aws:redshift:x' },
    },
    {
      label: 'i-0A1!',
      amount: '150',
      resourceCount: 1,
      match: { resourceId: 'i-0A1!' },
    },
  ],
};

const rulesFile = `# Whose cost is whose
apiVersion: atrium.dev/v1
kind: CostAllocation
metadata:
  name: acme
spec:
  rules:
    - name: by-service-tag # the usual way
      match: { tags: { service: '*' } }
      to: { entity: 'component:default/\${{ tags.service }}' }
  pools:
    - name: cluster
`;

export const sampleDraft: CostProposalDraft = {
  entityRef: SERVICE,
  files: [
    {
      path: 'cost-allocation.yaml',
      url: 'https://git.example.com/platform/portal/cost-allocation.yaml',
      content: rulesFile,
      base: 'b1',
    },
  ],
  repositoryUrl: 'https://git.example.com/platform/portal',
  branch: 'main',
  handover: 'commit',
};

export const sampleDryRun: RuleDryRunResult = {
  ...answer,
  problems: [],
  result: {
    total: '4000',
    moved: '450',
    unallocated: { before: '600', after: '150' },
    teams: [
      { entityRef: TEAM, label: 'Payments', before: '600', after: '1050' },
      { label: 'No owner', before: '50', after: '0' },
    ],
    entities: [
      { label: 'Pool Cluster', pool: 'Cluster', before: '0', after: '450' },
    ],
    rules: [],
  },
};

const deployment = {
  id: 'd1',
  kind: 'deployed' as const,
  service: 'payments',
  source: 'ci',
  environment: 'production',
  tier: 'production' as const,
  version: '1.4.0',
  at: '2026-11-25T23:30:00.000Z',
};

export const sampleTimelineItem = {
  entityRef: 'component:default/payment-service',
  deployments: [
    deployment,
    { ...deployment, id: 'd2', failedBy: 'incident' as const },
  ],
  incidents: [
    {
      id: 'i1',
      incidentId: 'INC-7',
      source: 'pager',
      tier: 'production' as const,
      detectedAt: '2026-11-26T01:00:00.000Z',
      updatedAt: '2026-11-26T01:00:00.000Z',
    },
  ],
};

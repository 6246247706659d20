import type {
  CheckResult,
  EntityResult,
  Exemption,
  Initiative,
  ScorecardDetails,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';

export const NOW = '2026-11-28T12:00:00.000Z';
export const SERVICE = 'component:default/payment-service';
export const TEAM = 'group:default/team-payments';

export const sampleScorecard: ScorecardSummary = {
  name: 'readiness',
  title: 'Production readiness',
  description: 'What a service needs before customers depend on it.',
  ownerRef: 'group:default/platform-team',
  levels: [
    { name: 'bronze', title: 'Bronze', color: 'bronze' },
    { name: 'silver', title: 'Silver', color: 'silver' },
    { name: 'gold', title: 'Gold', color: 'gold' },
  ],
  checkCount: 6,
  canManage: true,
  reach: 'everything',
  source: 'readiness.yaml',
  version: 3,
  publishedAt: '2026-11-20T09:00:00.000Z',
  entityCount: 4,
  levelCounts: [{ count: 1 }, { level: 'bronze', count: 3 }],
  averageScore: 0.625,
  evaluatedAt: NOW,
};

export function sampleCheck(other: Partial<CheckResult> = {}): CheckResult {
  return {
    check: 'has-owner',
    title: 'Has an owner',
    level: 'bronze',
    weight: 3,
    effort: 'minutes',
    outcome: 'pass',
    isCounted: true,
    since: '2026-11-01T00:00:00.000Z',
    ...other,
  };
}

export const failedCheck = sampleCheck({
  check: 'codeowners',
  title: 'Has a CODEOWNERS file',
  level: 'silver',
  outcome: 'fail',
  fix: {
    text: 'Add **CODEOWNERS**. <script>alert(1)</script> [Guide](javascript:alert(1))',
    file: '.github/CODEOWNERS',
  },
  evidence: [
    {
      fact: 'repository.hasCodeowners',
      title: 'CODEOWNERS',
      type: 'boolean',
      state: 'fresh',
      value: false,
      provider: 'Repository',
      observedAt: '2026-11-28T09:00:00.000Z',
      url: 'https://git.example.com/payments',
    },
  ],
});

export const unknownCheck = sampleCheck({
  check: 'has-slo',
  title: 'Has an SLO',
  level: 'silver',
  effort: 'days',
  outcome: 'unknown',
  reason: 'The fact "SLOs" is not known.',
  evidence: [
    {
      fact: 'slo.count',
      title: 'SLOs',
      type: 'integer',
      state: 'missing',
      provider: 'SLOs',
    },
    {
      fact: 'slo.budget',
      title: 'Budget left',
      type: 'number',
      unit: 'percent',
      state: 'stale',
      value: 40,
      provider: 'SLOs',
      observedAt: '2026-10-28T12:00:00.000Z',
    },
  ],
});

export const announcedCheck = sampleCheck({
  check: 'sbom',
  title: 'Has an SBOM',
  outcome: 'fail',
  isCounted: false,
  countsFrom: '2026-12-05',
});

export const sampleResult: EntityResult = {
  scorecard: 'readiness',
  scorecardTitle: 'Production readiness',
  entityRef: SERVICE,
  entityTitle: 'Payment service',
  ownerRefs: [TEAM],
  systemRefs: ['system:default/billing'],
  level: 'bronze',
  rank: 1,
  score: 0.7599,
  pass: 1,
  fail: 1,
  unknown: 1,
  exempt: 0,
  notApplicable: 0,
  evaluatedAt: NOW,
  levelSince: '2026-11-09T12:00:00.000Z',
  checks: [sampleCheck(), unknownCheck, failedCheck, announcedCheck],
};

export const sampleExemption: Exemption = {
  id: 'e1',
  scorecard: 'readiness',
  scorecardTitle: 'Production readiness',
  check: 'has-slo',
  checkTitle: 'Has an SLO',
  entityRef: SERVICE,
  ownerRefs: [TEAM],
  reason: 'Traffic moves to the new gateway in January.',
  days: 60,
  state: 'waiting',
  requestedBy: 'user:default/priya',
  requestedAt: '2026-11-27T12:00:00.000Z',
  approverRef: 'group:default/platform-team',
  isMineToDecide: true,
};

export const sampleInitiative: Initiative = {
  id: 'i1',
  title: 'CODEOWNERS everywhere',
  scorecard: 'readiness',
  scorecardTitle: 'Production readiness',
  goal: { kind: 'checks', checks: ['codeowners'] },
  goalTitle: 'Has a CODEOWNERS file',
  ownerRef: 'group:default/platform-team',
  scope: {},
  startsOn: '2026-11-16',
  dueOn: '2026-12-11',
  state: 'running',
  createdBy: 'user:default/jonas',
  createdAt: '2026-11-15T12:00:00.000Z',
  total: 4,
  done: 2,
  exempt: 1,
  unknown: 0,
  canManage: true,
};

export const sampleDetails: ScorecardDetails = {
  ...sampleScorecard,
  appliesTo: 'entity.kind == "Component"',
  checks: [
    {
      name: 'has-owner',
      title: 'Has an owner',
      level: 'bronze',
      weight: 3,
      effort: 'minutes',
      expression: 'facts.catalog.hasOwner',
      owner: 'group:default/platform-team',
    },
    {
      name: 'codeowners',
      title: 'Has a CODEOWNERS file',
      level: 'silver',
      weight: 1,
      effort: 'minutes',
      expression: 'facts.repository.hasCodeowners',
      owner: 'group:default/platform-team',
    },
  ],
  health: [
    {
      check: 'has-owner',
      pass: 4,
      fail: 0,
      unknown: 0,
      notApplicable: 0,
      exempt: 0,
      changes: 0,
      verdict: 'always-passes',
    },
    {
      check: 'codeowners',
      pass: 1,
      fail: 2,
      unknown: 1,
      notApplicable: 0,
      exempt: 0,
      changes: 3,
    },
  ],
  versions: [
    {
      version: 3,
      publishedAt: '2026-11-20T09:00:00.000Z',
      commit: '4f1c2d9aa',
      changes: ['Check "Has an owner": weight changed from 1 to 3'],
      content: 'kind: Scorecard',
    },
  ],
};

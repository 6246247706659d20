import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readDeliveryConfig } from './readDeliveryConfig';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const read = (delivery?: JsonObject) =>
  readDeliveryConfig(
    mockServices.rootConfig({ data: delivery ? { delivery } : {} }),
  );

describe('readDeliveryConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      environments: {},
      mainBranches: ['main', 'master', 'trunk'],
      notifiesOfMainBranch: true,
      repositoryRules: [],
      webhooks: new Map(),
      replayWindowMs: 5 * 60_000,
      dora: {
        leadTimeFrom: 'first-commit',
        restoreOf: 'failed-deployments',
        failureWindowMs: 24 * HOUR,
        clockSkewToleranceMs: 5 * 60_000,
      },
      retention: {
        eventsMs: 400 * DAY,
        runsMs: 400 * DAY,
        historyMs: 1200 * DAY,
      },
    });
  });

  it('reads what is written', () => {
    expect(
      read({
        environments: { 'mars.acme.example': 'production', 'lab-*': 'testing' },
        mainBranches: ['develop'],
        notifications: { mainBranch: false },
        repositoryRules: {
          'catalog.acme/x': {
            from: 'github.com/Acme/catalog',
            repositories: ['github.com/Acme/*', 'git.acme.example/forge/a/b'],
          },
        },
        ingest: {
          replayWindow: { minutes: 1 },
          webhooks: {
            jenkins: {
              secret: 'at-least-sixteen',
              sourcePrefix: 'https://jenkins.acme.example',
            },
            'ci:acme/payments.eu': { secret: 'sixteen-at-least' },
          },
        },
        dora: {
          leadTimeFrom: 'merge',
          restoreOf: 'all-incidents',
          failureWindow: '2 days',
          clockSkewTolerance: { seconds: 30 },
        },
        retention: {
          events: { days: 30 },
          runs: { days: 60 },
          history: { days: 730 },
        },
      }),
    ).toEqual({
      environments: { 'mars.acme.example': 'production', 'lab-*': 'testing' },
      mainBranches: ['develop'],
      notifiesOfMainBranch: false,
      repositoryRules: [
        {
          from: 'github.com/acme/catalog',
          repositories: ['github.com/acme/*', 'git.acme.example/forge/a/b'],
        },
      ],
      webhooks: new Map([
        [
          'jenkins',
          {
            secret: 'at-least-sixteen',
            sourcePrefix: 'https://jenkins.acme.example',
          },
        ],
        ['ci:acme/payments.eu', { secret: 'sixteen-at-least' }],
      ]),
      replayWindowMs: 60_000,
      dora: {
        leadTimeFrom: 'merge',
        restoreOf: 'all-incidents',
        failureWindowMs: 48 * HOUR,
        clockSkewToleranceMs: 30_000,
      },
      retention: { eventsMs: 30 * DAY, runsMs: 60 * DAY, historyMs: 730 * DAY },
    });
  });

  it.each([
    [{ environments: { prod: 'live' } }, /one of .*production.* for 'prod'/],
    [{ environments: ['prod'] }, /must map names to tiers/],
    [{ ingest: { webhooks: { ci: { secret: 'short' } } } }, /at least 16/],
    [
      { ingest: { webhooks: { 'ci.acme': {} } } },
      /'delivery.ingest.webhooks.ci.acme.secret'/,
    ],
    [
      {
        repositoryRules: {
          all: { from: 'github.com/a/b', repositories: ['*'] },
        },
      },
      /'host\/owner\/name'/,
    ],
    [
      {
        repositoryRules: { all: { from: 'github.com/a/*', repositories: [] } },
      },
      /must be one repository/,
    ],
    [{ dora: { leadTimeFrom: 'coffee' } }, /first-commit, merge, got 'coffee'/],
    [{ retention: { history: { days: 100 } } }, /at least 200 days/],
    [
      { retention: { runs: { days: 0 } } },
      /'delivery.retention.runs' must be above zero/,
    ],
  ])('refuses %j', (delivery, message) => {
    expect(() => read(delivery)).toThrow(message);
  });
});

import { objectiveBudgetWords } from '@atrium/plugin-slo-common';
import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { AlertTargetConfig } from '../../config/readAlertTargets';
import type {
  AlertDeliveryStore,
  AlertSnapshot,
  DueDelivery,
} from '../../database/AlertDeliveryStore';
import { sampleAlert } from '../../__testUtils__/sampleAlert';
import { AlertSender } from './AlertSender';

const now = new Date('2026-11-25T12:10:00Z');

const alert = sampleAlert;

const resolved: AlertSnapshot = {
  ...alert,
  state: 'resolved',
  resolvedAt: new Date('2026-11-25T12:09:00Z'),
};

const targets: AlertTargetConfig[] = [
  {
    name: 'on-call',
    type: 'alertmanager',
    url: 'http://alertmanager.acme.example/prefix/',
    headers: { authorization: 'Bearer secret' },
  },
  {
    name: 'channel',
    type: 'slack',
    url: 'http://slack.acme.example/hook/secret',
    headers: {},
  },
];

describe('AlertSender', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const received: {
    url: string;
    authorization: string | null;
    key: string | null;
    body: unknown;
  }[] = [];
  const send = jest.fn();
  const store: jest.Mocked<Pick<AlertDeliveryStore, keyof AlertDeliveryStore>> =
    {
      takeDue: jest.fn(),
      findNextDue: jest.fn(),
      markSent: jest.fn(),
      markFailed: jest.fn(),
      listFiring: jest.fn(),
      findFirstOfEpisode: jest.fn(),
    };
  const sender = new AlertSender({
    store,
    targets,
    notifications: { send },
    logger: mockServices.logger.mock(),
    baseUrl: 'https://atrium.acme.example',
  });

  beforeEach(() => {
    jest.resetAllMocks();
    store.listFiring.mockResolvedValue([]);
    store.findFirstOfEpisode.mockImplementation(async one => one.alertId);
    received.length = 0;
    server.use(
      http.post('http://*.acme.example/*', async ({ request }) => {
        received.push({
          url: request.url,
          authorization: request.headers.get('authorization'),
          key: request.headers.get('idempotency-key'),
          body: await request.json(),
        });
        return new HttpResponse();
      }),
    );
  });

  function setDue(all: DueDelivery[]) {
    const left = [...all];
    store.takeDue.mockImplementation(async () => left.shift());
  }

  function due(target: string, about = alert, attempts = 0): DueDelivery {
    return { id: '7', target, attempts, alert: about, isFollowable: true };
  }

  it('writes for Alertmanager, with the same labels to the end', async () => {
    setDue([due('on-call'), due('on-call', resolved)]);
    await sender.sendDue(undefined, () => now);
    const labels = {
      alertname: 'SloBurnRate',
      severity: 'page',
      slo: 'availability',
      service: 'payments',
      objective: 'objective-1',
      rule: 'page',
      entity: 'component:default/payment-service',
      owner: 'group:default/team-payments',
    };
    const shared = {
      labels,
      startsAt: '2026-11-25T12:00:00.000Z',
      generatorURL:
        'https://atrium.acme.example/catalog/default/component/payment-service/slos',
    };
    expect(received).toMatchObject([
      {
        url: 'http://alertmanager.acme.example/prefix/api/v2/alerts',
        authorization: 'Bearer secret',
        key: '6a3e4f00-0000-4000-8000-000000000001/7',
        body: [
          {
            ...shared,
            endsAt: '2026-11-25T12:20:00.000Z',
            annotations: {
              summary:
                'Error budget burns fast: Payments succeed of Payment Service',
              description: `It burns 20× in the last hour and 31.3× in the last 5 minutes. ${objectiveBudgetWords(
                'at-risk',
                0.4312,
              )}.`,
            },
          },
        ],
      },
      { body: [{ ...shared, endsAt: '2026-11-25T12:09:00.000Z' }] },
    ]);
    expect(store.markSent).toHaveBeenCalledTimes(2);
  });

  it.each([
    [undefined, undefined],
    ['2026-11-25T12:10:15Z', 15_000],
    ['2026-11-25T12:09:59Z', 0],
  ])('says when it is to send again: the next is due at %s', async (at, ms) => {
    store.findNextDue.mockResolvedValue(at ? new Date(at) : undefined);
    expect(
      await sender.sendDue(undefined, () => new Date('2026-11-25T12:10:00Z')),
    ).toBe(ms);
  });

  it('repeats what fires, to those who were told, and to Alertmanager only', async () => {
    store.listFiring.mockResolvedValue([alert]);
    await sender.repeatFiring(now);
    expect(store.listFiring.mock.calls).toEqual([['on-call']]);
    expect(received).toHaveLength(1);
  });

  it('writes for Slack and for the owners', async () => {
    setDue([due('channel', resolved), due('owners', resolved)]);
    await sender.sendDue(undefined, () => now);
    expect(received).toMatchObject([
      {
        url: 'http://slack.acme.example/hook/secret',
        body: {
          text: expect.stringContaining('Resolved: Payments succeed'),
          attachments: [{ color: 'good' }],
        },
      },
    ]);
    expect(send.mock.calls).toMatchObject([
      [
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/team-payments'],
          },
          payload: {
            severity: 'low',
            scope: `slo:${alert.alertId}`,
            link: '/catalog/default/component/payment-service/slos',
            // What pages write in the language of whoever reads it.
            metadata: {
              messages: {
                title: [
                  {
                    key: 'slo.alert.resolved',
                    values: {
                      slo: 'Payments succeed',
                      entity: 'Payment Service',
                    },
                  },
                ],
                description: [
                  {
                    key: 'slo.alert.burnRates',
                    values: {
                      rates: {
                        list: [
                          {
                            key: 'slo.alert.rateForHours',
                            values: { rate: 20, count: 1 },
                          },
                          {
                            key: 'slo.alert.rateForMinutes',
                            values: { rate: 31.3, count: 5 },
                          },
                        ],
                      },
                    },
                  },
                  {
                    key: 'slo.sentence',
                    values: {
                      text: {
                        key: 'slo.budget.left',
                        values: { share: { ratio: 0.4312 } },
                      },
                    },
                  },
                ],
              },
            },
          },
        },
      ],
    ]);
  });

  it('tells owners of an episode once, with the gravest that fires', async () => {
    const ticket: AlertSnapshot = {
      ...alert,
      alertId: '6a3e4f00-0000-4000-8000-000000000003',
      severity: 'ticket',
      rule: 'ticket',
      details: { ...alert.details, longBurnRate: 3, shortBurnRate: 4 },
    };
    store.findFirstOfEpisode.mockResolvedValue(alert.alertId);
    const tell = async (about: AlertSnapshot, firing: AlertSnapshot[]) => {
      store.listFiring.mockResolvedValueOnce(firing);
      setDue([due('owners', about)]);
      await sender.sendDue(undefined, () => now);
      return send.mock.calls
        .splice(0)
        .map(([{ payload }]) => [payload.scope, payload.severity]);
    };
    const scope = `slo:${alert.alertId}`;
    expect(await tell(alert, [alert, ticket])).toEqual([[scope, 'critical']]);
    expect(await tell(ticket, [alert, ticket])).toEqual([]);
    // The page is over and the ticket is not: that is what is left of it.
    expect(await tell(resolved, [ticket])).toEqual([[scope, 'high']]);
    expect(await tell({ ...ticket, state: 'resolved' }, [])).toEqual([
      [scope, 'low'],
    ]);
    expect(store.listFiring).toHaveBeenCalledWith('owners', alert.sloId);
  });

  it('says of nothing that it is over that was never said to fire', async () => {
    const unheard = (target: string) => ({
      ...due(target, resolved),
      id: target,
      isFollowable: false,
    });
    setDue([unheard('channel'), unheard('owners'), unheard('on-call')]);
    await sender.sendDue(undefined, () => now);
    expect(send).not.toHaveBeenCalled();
    // Alertmanager may know of it by its repetition, and keeps it to itself if not.
    expect(received.map(({ url }) => new URL(url).hostname)).toEqual([
      'alertmanager.acme.example',
    ]);
    expect(store.markSent.mock.calls).toEqual([['on-call', now]]);
    const dropped = {
      problem: { key: 'slo.delivery.neverAnnounced' },
      dueAt: undefined,
    };
    expect(store.markFailed.mock.calls).toEqual([
      ['channel', dropped],
      ['owners', dropped],
    ]);

    // Owners hear of the ticket that is left, which was held back for the page.
    store.listFiring.mockResolvedValue([
      { ...alert, alertId: 'ticket', severity: 'ticket' },
    ]);
    setDue([unheard('owners')]);
    await sender.sendDue(undefined, () => now);
    expect(send.mock.calls).toMatchObject([
      [{ payload: { severity: 'high' } }],
    ]);
  });

  it('tries again, later each time, and tells no secret', async () => {
    server.use(
      http.post(
        'http://slack.acme.example/*',
        () => new HttpResponse(undefined, { status: 503 }),
      ),
    );
    setDue([
      due('channel'),
      due('channel', alert, 3),
      due('channel', alert, 11),
      due('gone'),
    ]);
    await sender.sendDue(undefined, () => now);
    expect(store.markSent).not.toHaveBeenCalled();
    const problem = {
      key: 'slo.delivery.answered',
      values: { target: 'channel', status: '503' },
    };
    expect(store.markFailed.mock.calls.map(([, failure]) => failure)).toEqual([
      { problem, dueAt: new Date('2026-11-25T12:10:15Z') },
      { problem, dueAt: new Date('2026-11-25T12:12:00Z') },
      { problem, dueAt: undefined },
      {
        problem: { key: 'slo.delivery.noTarget', values: { target: 'gone' } },
        dueAt: new Date('2026-11-25T12:10:15Z'),
      },
    ]);
  });

  it('does not follow to other addresses', async () => {
    server.use(
      http.post('http://slack.acme.example/*', () =>
        HttpResponse.redirect('http://internal.acme.example/', 307),
      ),
    );
    setDue([due('channel')]);
    await sender.sendDue(undefined, () => now);
    expect(received).toEqual([]);
    expect(store.markFailed).toHaveBeenCalledTimes(1);
  });
});

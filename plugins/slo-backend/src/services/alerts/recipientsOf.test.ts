import type { AlertRule } from '@atrium/plugin-slo-common';
import type { AlertChange } from '../../engine/alerts/AlertChange';
import { recipientsOf } from './recipientsOf';

const targets = [
  {
    name: 'on-call',
    type: 'alertmanager' as const,
    url: 'http://a',
    headers: {},
    severities: ['page'],
  },
  { name: 'channel', type: 'slack' as const, url: 'http://b', headers: {} },
];

const rule: AlertRule = {
  id: 'page',
  severity: 'page',
  op: 'gt',
  windows: [],
  alertAfterMinutes: 0,
  alertWhenBreaching: true,
  alertWhenResolved: true,
  alertWhenNoData: false,
  notificationTargets: [],
};

function change(
  step: AlertChange['step'],
  differs: Partial<AlertRule> = {},
  reason: 'burn-rate' | 'no-data' = 'burn-rate',
): AlertChange {
  const definedBy = { ...rule, ...differs };
  return {
    step,
    alert: {
      id: '1',
      objectiveId: 1,
      rule: definedBy.id,
      severity: definedBy.severity,
      state: 'pending',
      startedAt: new Date(),
    },
    definedBy,
    details: { reason },
  };
}

function named(name: string, target: string): Partial<AlertRule> {
  return {
    notificationTargets: [{ name, target, labels: {}, annotations: {} }],
  };
}

describe('recipientsOf', () => {
  const everybody = ['owners', 'on-call', 'channel'];

  it.each<[string, AlertChange, string[]]>([
    ['what fires', change('fire'), everybody],
    ['what fires at once', change('start-firing'), everybody],
    ['what is over', change('resolve'), everybody],
    ['only pending', change('start-pending'), []],
    ['taken back', change('drop'), []],
    ['nearly over', change('begin-clearing'), []],
    [
      'another severity',
      change('fire', { severity: 'ticket' }),
      ['owners', 'channel'],
    ],
    [
      'a named target',
      change('fire', named('channel', 'slack')),
      ['owners', 'channel'],
    ],
    [
      'a target by what it is for',
      change('fire', named('payments-people', 'on-call')),
      ['owners', 'on-call'],
    ],
    ['an unknown target', change('fire', named('x', 'email')), ['owners']],
    [
      'burning where only silence is told',
      change('fire', { alertWhenBreaching: false, alertWhenNoData: true }),
      [],
    ],
    [
      'silence where it is told',
      change('fire', { alertWhenNoData: true }, 'no-data'),
      everybody,
    ],
    [
      'its end where that is not told',
      change('resolve', { alertWhenResolved: false }),
      [],
    ],
    [
      'the end of a rule',
      { ...change('resolve'), definedBy: undefined },
      everybody,
    ],
  ])('%s', (_, told, recipients) => {
    expect(recipientsOf(told, { notifyOwners: true, targets })).toEqual(
      recipients,
    );
  });

  it('leaves owners alone where the portal is not to tell them', () => {
    expect(
      recipientsOf(change('fire'), { notifyOwners: false, targets: [] }),
    ).toEqual([]);
  });
});

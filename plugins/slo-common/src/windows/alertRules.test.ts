import type {
  SloAlertPolicy,
  SloDefinition,
  SloObjective,
} from '../definition/sloDefinition';
import { alertRules, hasAlertOfEachObjective } from './alertRules';

const objective: SloObjective = {
  id: 'objective-1',
  target: 0.999,
  targetPpb: 999_000_000,
  compositeWeight: 1,
  compositeWeightPpb: 1_000_000_000,
};

const none = { labels: {}, annotations: {} };

function definition(alertPolicies: SloAlertPolicy[] = []): SloDefinition {
  return {
    ...none,
    name: 'checkout',
    service: 'checkout',
    budgetingMethod: 'Occurrences',
    window: { kind: 'rolling', duration: { count: 30, unit: 'd' } },
    objectives: [objective],
    alertPolicies,
    dataSources: [],
  };
}

const policy: SloAlertPolicy = {
  ...none,
  name: 'on-call',
  alertWhenBreaching: true,
  alertWhenResolved: false,
  alertWhenNoData: true,
  notificationTargets: [{ ...none, name: 'slack', target: 'slack' }],
};

describe('alertRules', () => {
  it('watches by two pairs of windows for a page and two for a ticket', () => {
    const rules = alertRules(definition(), objective);
    expect(
      rules.map(({ id, severity, op, windows }) => ({
        id,
        severity,
        op,
        windows: windows.map(({ longMinutes, shortMinutes, factor }) => [
          longMinutes,
          shortMinutes,
          factor,
        ]),
      })),
    ).toEqual([
      {
        id: 'page',
        severity: 'page',
        op: 'gt',
        windows: [
          [60, 5, 14.4],
          [360, 30, 6],
        ],
      },
      {
        id: 'ticket',
        severity: 'ticket',
        op: 'gt',
        windows: [
          [1440, 120, 3],
          [4320, 360, 1],
        ],
      },
    ]);
    expect(rules[0]).toMatchObject({
      alertAfterMinutes: 0,
      alertWhenBreaching: true,
      alertWhenResolved: true,
      alertWhenNoData: false,
      notificationTargets: [],
    });
  });

  it('takes the same windows for a policy without a condition', () => {
    const rules = alertRules(definition([policy]), objective);
    expect(rules.map(({ id }) => id)).toEqual([
      'on-call/page',
      'on-call/ticket',
    ]);
    expect(rules[1]).toMatchObject({
      alertWhenResolved: false,
      alertWhenNoData: true,
      notificationTargets: [{ target: 'slack' }],
    });
  });

  it('takes the first of several policies of one name', () => {
    const rules = alertRules(
      definition([policy, { ...policy, alertWhenNoData: false }]),
      objective,
    );
    expect(
      rules.map(({ id, alertWhenNoData }) => [id, alertWhenNoData]),
    ).toEqual([
      ['on-call/page', true],
      ['on-call/ticket', true],
    ]);
  });

  it('takes the condition of a policy at its word', () => {
    const condition = {
      ...none,
      name: 'burn',
      severity: 'sev2',
      op: 'gte' as const,
      threshold: 2.5,
      lookbackMinutes: 720,
      alertAfterMinutes: 10,
    };
    const [rule] = alertRules(
      definition([{ ...policy, condition }]),
      objective,
    );
    expect(rule).toMatchObject({
      id: 'on-call',
      severity: 'sev2',
      op: 'gte',
      alertAfterMinutes: 10,
      windows: [
        {
          longMinutes: 720,
          shortMinutes: 720,
          factor: 2.5,
          factorFraction: { numerator: 2_500_000, denominator: 1_000_000 },
        },
      ],
    });
    const [withShort] = alertRules(
      definition([
        { ...policy, condition: { ...condition, shortWindowMinutes: 60 } },
      ]),
      objective,
    );
    expect(withShort.windows[0].shortMinutes).toBe(60);
  });
});

describe('hasAlertOfEachObjective', () => {
  it.each<[string, SloDefinition, boolean]>([
    ['no policy', definition(), true],
    ['a policy that alerts', definition([policy]), true],
    [
      'a policy that does not',
      definition([{ ...policy, alertWhenBreaching: false }]),
      false,
    ],
    [
      'no policy, and a window that none of the usual ones fit into',
      {
        ...definition(),
        window: { kind: 'rolling', duration: { count: 5, unit: 'm' } },
      },
      false,
    ],
  ])('%s', (_, given, expected) => {
    expect(hasAlertOfEachObjective(given)).toBe(expected);
  });
});

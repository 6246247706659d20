import { nominalMinutes } from '../definition/duration';
import type {
  Comparison,
  SloAlertCondition,
  SloAlertPolicy,
  SloDefinition,
  SloNotificationTarget,
  SloObjective,
} from '../definition/sloDefinition';
import { burnRateWindows } from './burnRateWindows';

/** One pair of windows of a rule; both have to compare. */
export interface AlertRuleWindow {
  longMinutes: number;
  /** The same as the long one where a condition has one window only. */
  shortMinutes: number;
  factor: number;
  factorFraction: { numerator: number; denominator: number };
}

/** When to alert about one objective: when any pair of windows says so. */
export interface AlertRule {
  /** Stable within the objective, and no other rule of it has the same. */
  id: string;
  severity: string;
  /** How a burn rate compares to the factor. */
  op: Comparison;
  windows: AlertRuleWindow[];
  /** How long it has to hold before it fires. */
  alertAfterMinutes: number;
  alertWhenBreaching: boolean;
  alertWhenResolved: boolean;
  alertWhenNoData: boolean;
  /** Of the policy; the owners of the entity are told in any case. */
  notificationTargets: SloNotificationTarget[];
}

const BY_DEFAULT: Pick<
  SloAlertPolicy,
  | 'alertWhenBreaching'
  | 'alertWhenResolved'
  | 'alertWhenNoData'
  | 'notificationTargets'
> = {
  alertWhenBreaching: true,
  alertWhenResolved: true,
  alertWhenNoData: false,
  notificationTargets: [],
};

/**
 * The rules an objective is watched by: those of its alert policies, or the
 * four windows where it has no policy, or a policy has no condition.
 */
export function alertRules(
  definition: SloDefinition,
  objective: SloObjective,
): AlertRule[] {
  if (definition.alertPolicies.length === 0) {
    return windowRules(definition, objective);
  }
  const rules = definition.alertPolicies.flatMap(policy =>
    policy.condition
      ? [conditionRule(policy, policy.condition)]
      : windowRules(definition, objective, policy),
  );
  // Definitions that were stored long ago may have two policies of one name.
  return rules.filter(
    ({ id }, index) => rules.findIndex(rule => rule.id === id) === index,
  );
}

/** Whether somebody is told of each objective when it burns its budget too fast. */
export function hasAlertOfEachObjective(definition: SloDefinition): boolean {
  return definition.objectives.every(objective =>
    alertRules(definition, objective).some(rule => rule.alertWhenBreaching),
  );
}

function windowRules(
  definition: SloDefinition,
  objective: SloObjective,
  policy?: SloAlertPolicy,
): AlertRule[] {
  const windows = burnRateWindows(
    nominalMinutes(definition.window.duration),
    objective.targetPpb,
  );
  return (['page', 'ticket'] as const).flatMap(severity => {
    const ofSeverity = windows.filter(window => window.severity === severity);
    if (ofSeverity.length === 0) {
      return [];
    }
    return [
      {
        id: policy ? `${policy.name}/${severity}` : severity,
        severity,
        op: 'gt' as const,
        windows: ofSeverity.map(({ severity: _, ...window }) => window),
        alertAfterMinutes: 0,
        ...notificationSettings(policy ?? BY_DEFAULT),
      },
    ];
  });
}

function conditionRule(
  policy: SloAlertPolicy,
  condition: SloAlertCondition,
): AlertRule {
  const { lookbackMinutes, shortWindowMinutes, threshold } = condition;
  return {
    id: policy.name,
    severity: condition.severity,
    op: condition.op,
    windows: [
      {
        longMinutes: lookbackMinutes,
        shortMinutes: shortWindowMinutes ?? lookbackMinutes,
        factor: threshold,
        factorFraction: {
          numerator: Math.round(threshold * 1_000_000),
          denominator: 1_000_000,
        },
      },
    ],
    alertAfterMinutes: condition.alertAfterMinutes,
    ...notificationSettings(policy),
  };
}

function notificationSettings(policy: typeof BY_DEFAULT): typeof BY_DEFAULT {
  const { alertWhenBreaching, alertWhenResolved, alertWhenNoData } = policy;
  return {
    alertWhenBreaching,
    alertWhenResolved,
    alertWhenNoData,
    notificationTargets: policy.notificationTargets,
  };
}

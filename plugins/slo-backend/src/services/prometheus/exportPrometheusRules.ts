import { writeYaml } from '@atrium/common/yaml';
import {
  indicatorOf,
  isComposite,
  isFixedLength,
  type PrometheusRules,
  queriesOf,
  type SloDefinition,
  type SloIndicator,
  type SloObjective,
} from '@atrium/plugin-slo-common';
import { countExpressions } from './countExpressions';
import { ObjectiveRules, type PrometheusRuleGroup } from './objectiveRules';
import { matcher } from './promql';
import { promqlOf } from './promqlOf';

/**
 * Writes the recording and alerting rules of an SLO for Prometheus, by the same
 * windows that the portal alerts by, and says what they leave out.
 *
 * @remarks Ratios are those of sums over the window, never averages of ratios,
 * which are wrong as soon as traffic is uneven.
 */
export function exportPrometheusRules(
  definition: SloDefinition,
): PrometheusRules {
  const notConverted = new Set(notConvertedOf(definition));
  const groups: PrometheusRuleGroup[] = [];
  if (!isComposite(definition)) {
    for (const objective of definition.objectives) {
      const converted = convertObjective(definition, objective);
      groups.push(...converted.groups);
      for (const reason of converted.notConverted) {
        notConverted.add(reason);
      }
    }
  }
  return {
    yaml: writeYaml({ groups }, { lineWidth: 0 }),
    notConverted: [...notConverted],
  };
}

function convertObjective(
  definition: SloDefinition,
  objective: SloObjective,
): { groups: PrometheusRuleGroup[]; notConverted: string[] } {
  const indicator = indicatorOf(definition, objective);
  const counts = countExpressions(indicator, objective);
  if ('reasons' in counts) {
    return { groups: [], notConverted: counts.reasons };
  }
  const rules = new ObjectiveRules({ definition, objective, counts });
  return {
    groups: rules.groups(),
    notConverted: [...labelsExpectedOf(indicator), ...rules.notConverted()],
  };
}

/** What only the settings of the scraping can say. */
function labelsExpectedOf(indicator: SloIndicator): string[] {
  return queriesOf(indicator).flatMap(({ query }) => {
    const promql = promqlOf(query);
    return 'text' in promql && promql.service !== undefined
      ? [
          `Prometheus has to give what it scrapes of '${
            promql.service
          }' the label ${matcher('service', promql.service)}.`,
        ]
      : [];
  });
}

/** What no rule can say, whatever the indicator is. */
function notConvertedOf(definition: SloDefinition): string[] {
  const { window, alertPolicies, minimumEvents } = definition;
  const targets = alertPolicies.flatMap(policy =>
    policy.notificationTargets.map(({ name }) => name),
  );
  return [
    ...(isComposite(definition)
      ? ['A composite SLO has no rules: each objective is a query of its own.']
      : []),
    ...(window.kind === 'calendar'
      ? [
          'The calendar window is not recorded, since a range of Prometheus ends now; the alerts are there.',
        ]
      : []),
    ...(window.kind === 'rolling' && !isFixedLength(window.duration)
      ? ['The window counts months of 30, quarters of 90 or years of 365 days.']
      : []),
    ...(targets.length > 0
      ? [
          `Notification targets (${[...new Set(targets)].join(
            ', ',
          )}) are routes of Alertmanager; the alerts carry severity, slo and service to route by.`,
        ]
      : []),
    ...(minimumEvents
      ? [`The minimum of ${minimumEvents} events does not hold alerts back.`]
      : []),
  ];
}

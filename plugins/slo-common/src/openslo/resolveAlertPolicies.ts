import { SLO_SHORT_WINDOW_ANNOTATION } from '../annotations';
import { nominalMinutes, parseDuration } from '../definition/duration';
import type {
  SloAlertCondition,
  SloAlertPolicy,
  SloNotificationTarget,
} from '../definition/sloDefinition';
import type { OpenSloDocumentOf } from './openSloDocument';
import { resolveMetadata, type ResolveScope } from './resolveScope';
import type { OpenSloSpec } from './sloSpecSchema';

type PolicyItem = NonNullable<OpenSloSpec['alertPolicies']>[number];
type PolicySpec = OpenSloDocumentOf<'AlertPolicy'>['spec'];
type ConditionItem = NonNullable<PolicySpec['conditions']>[number];
type TargetItem = NonNullable<PolicySpec['notificationTargets']>[number];
type Content<
  Kind extends 'AlertPolicy' | 'AlertCondition' | 'AlertNotificationTarget',
> = Pick<OpenSloDocumentOf<Kind>, 'metadata' | 'spec'>;

/** Resolves the alert policies of an SLO, which go by their names. */
export function resolveAlertPolicies(
  items: PolicyItem[],
  scope: ResolveScope,
): SloAlertPolicy[] {
  const policies = new Map<string, SloAlertPolicy>();
  for (const [index, item] of items.entries()) {
    const ownScope = scope.at(index);
    const policy = resolveAlertPolicy(item, ownScope);
    if (!policy) {
      continue;
    }
    if (policies.has(policy.name)) {
      const name =
        'alertPolicyRef' in item ? ['alertPolicyRef'] : ['metadata', 'name'];
      ownScope
        .at(...name)
        .report('is that of another alert policy of this SLO');
    }
    policies.set(policy.name, policy);
  }
  return [...policies.values()];
}

function resolveAlertPolicy(
  item: PolicyItem,
  scope: ResolveScope,
): SloAlertPolicy | undefined {
  if (!('alertPolicyRef' in item)) {
    return toPolicy(item, scope.at('spec'));
  }
  const found = scope
    .at('alertPolicyRef')
    .follow('AlertPolicy', item.alertPolicyRef);
  return found && toPolicy(found.document, found.scope);
}

function toPolicy(
  { metadata, spec }: Content<'AlertPolicy'>,
  scope: ResolveScope,
): SloAlertPolicy {
  const conditions = (spec.conditions ?? []).flatMap(
    (item, index) =>
      resolveCondition(item, scope.at('conditions', index)) ?? [],
  );
  return {
    ...resolveMetadata(metadata, spec.description),
    alertWhenBreaching: spec.alertWhenBreaching ?? true,
    alertWhenResolved: spec.alertWhenResolved ?? true,
    alertWhenNoData: spec.alertWhenNoData ?? false,
    condition: conditions[0],
    notificationTargets: (spec.notificationTargets ?? []).flatMap(
      (item, index) =>
        resolveTarget(item, scope.at('notificationTargets', index)) ?? [],
    ),
  };
}

function resolveCondition(
  item: ConditionItem,
  scope: ResolveScope,
): SloAlertCondition | undefined {
  if (!('conditionRef' in item)) {
    return toCondition(item);
  }
  const found = scope
    .at('conditionRef')
    .follow('AlertCondition', item.conditionRef);
  return found && toCondition(found.document);
}

function toCondition({
  metadata,
  spec,
}: Content<'AlertCondition'>): SloAlertCondition {
  const { op, threshold, lookbackWindow, alertAfter } = spec.condition;
  const shortWindow = metadata.annotations?.[SLO_SHORT_WINDOW_ANNOTATION];
  return {
    ...resolveMetadata(metadata, spec.description),
    severity: spec.severity,
    op,
    threshold,
    lookbackMinutes: minutesOf(lookbackWindow),
    shortWindowMinutes:
      shortWindow === undefined ? undefined : minutesOf(shortWindow),
    alertAfterMinutes: alertAfter === undefined ? 0 : minutesOf(alertAfter),
  };
}

function resolveTarget(
  item: TargetItem,
  scope: ResolveScope,
): SloNotificationTarget | undefined {
  if (!('targetRef' in item)) {
    return toTarget(item);
  }
  const found = scope
    .at('targetRef')
    .follow('AlertNotificationTarget', item.targetRef);
  return found && toTarget(found.document);
}

function toTarget({
  metadata,
  spec,
}: Content<'AlertNotificationTarget'>): SloNotificationTarget {
  return {
    ...resolveMetadata(metadata, spec.description),
    target: spec.target,
  };
}

function minutesOf(shorthand: string): number {
  const duration = parseDuration(shorthand);
  return duration ? nominalMinutes(duration) : 0;
}

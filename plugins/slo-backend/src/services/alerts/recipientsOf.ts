import type { AlertConfig } from '../../config/readSloConfig';
import type { AlertChange } from '../../engine/alerts/AlertChange';

/** Stands for the owners of the entity, who are told in the portal. */
export const OWNERS = 'owners';

/**
 * Who is told of a change: the owners, and the targets that the policy names,
 * or all of them where it names none. Nobody is told of what is only pending,
 * nor of what a policy does not want told.
 */
export function recipientsOf(
  change: AlertChange,
  { notifyOwners, targets }: Pick<AlertConfig, 'notifyOwners' | 'targets'>,
): string[] {
  if (!shouldNotify(change)) {
    return [];
  }
  const { alert, definedBy } = change;
  const named = (definedBy?.notificationTargets ?? []).flatMap(
    ({ name, target }) => [name, target],
  );
  return [
    ...(notifyOwners ? [OWNERS] : []),
    ...targets
      .filter(({ name }) => named.length === 0 || named.includes(name))
      .filter(({ severities }) => severities?.includes(alert.severity) ?? true)
      .map(({ name }) => name),
  ];
}

function shouldNotify({ step, definedBy, details }: AlertChange): boolean {
  switch (step) {
    case 'start-firing':
    case 'fire':
      return details?.reason === 'no-data'
        ? definedBy?.alertWhenNoData ?? false
        : definedBy?.alertWhenBreaching ?? false;
    case 'resolve':
      // Where the rule is gone, whoever was told has to hear that it is over.
      return definedBy?.alertWhenResolved ?? true;
    default:
      return false;
  }
}

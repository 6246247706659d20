import type { AlertSnapshot } from '../../database/AlertDeliveryStore';

/**
 * What owners hear when an alert fires or is resolved while others of the same
 * SLO fire: of the gravest that fires, and that it is over once nothing does.
 *
 * @param firing - the alerts of the SLO that fire and that owners are told of
 * @returns nothing where they have heard, or will hear, of a graver one
 */
export function ownersHearOf(
  alert: AlertSnapshot,
  firing: readonly AlertSnapshot[],
): AlertSnapshot | undefined {
  const gravest = firing
    .filter(({ alertId }) => alertId !== alert.alertId)
    .sort(byGravity)
    .at(0);
  if (!gravest) {
    return alert;
  }
  if (byGravity(gravest, alert) < 0) {
    return undefined;
  }
  return alert.state === 'resolved' ? gravest : alert;
}

/** The gravest first; of those alike, the one that fired first. */
function byGravity(one: AlertSnapshot, other: AlertSnapshot): number {
  return (
    Number(other.severity === 'page') - Number(one.severity === 'page') ||
    firedAt(one) - firedAt(other) ||
    one.alertId.localeCompare(other.alertId)
  );
}

function firedAt({ firedAt: at, startedAt }: AlertSnapshot): number {
  return (at ?? startedAt).getTime();
}

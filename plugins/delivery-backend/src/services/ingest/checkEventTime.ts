import { InputError } from '@backstage/errors';
import type { DeliveryConfig } from '../../config/readDeliveryConfig';
import type { DeliveryEvent } from '../../model/DeliveryEvent';

/** For clocks that are a little ahead of ours. */
const MAX_AHEAD_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;

/** When an event came, and how long what it tells about is kept. */
interface CheckEventTimeOptions {
  receivedAt: number;
  retention: DeliveryConfig['retention'];
}

/**
 * Checks that an event happened when it can have happened, and not so long ago
 * that what it tells would be deleted at once.
 *
 * @throws InputError that says which times are taken.
 */
export function checkEventTime(
  event: DeliveryEvent,
  { receivedAt, retention }: CheckEventTimeOptions,
): void {
  const { occurredAt } = event;
  const time = new Date(occurredAt).toISOString();
  if (occurredAt > receivedAt + MAX_AHEAD_MS) {
    throw new InputError(
      `'time' is more than 5 minutes ahead of the portal's clock: ${time}`,
    );
  }
  const keptMs = keptFor(event, retention);
  if (occurredAt < receivedAt - keptMs) {
    throw new InputError(
      `'time' is before what the portal keeps, which is ${Math.floor(
        keptMs / DAY_MS,
      )} days for this type: ${time}`,
    );
  }
}

function keptFor(
  { fact }: DeliveryEvent,
  { eventsMs, historyMs, runsMs }: DeliveryConfig['retention'],
): number {
  if (!fact) {
    return eventsMs;
  }
  const isRun =
    fact.type === 'observation' &&
    (fact.kind === 'run' || fact.kind === 'taskRun');
  return isRun ? runsMs : historyMs;
}

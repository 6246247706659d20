import { words } from '../../apiHistoryWords';
import { describeValues } from '../tree/describeValue';
import type { Comparison } from './reportNames';
import type { Reservation } from './Reservation';

/** What is free again can be taken for something that old consumers take for the old. */
export function compareReservations(
  { before, after, collector }: Comparison<Reservation>,
  options: { location: string; takenNumbers: Iterable<number> },
): void {
  const freed = before.findFreed(after, options.takenNumbers);
  if (freed.length > 0) {
    const reserved = describeValues(freed);
    collector.add(
      {
        severity: 'risky',
        rule: 'reservation-removed',
        message: words.describe('apiHistory.change.reservationRemoved', {
          reserved,
        }),
        before: reserved,
      },
      [options.location],
    );
  }
}

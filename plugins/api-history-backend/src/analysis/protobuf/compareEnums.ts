import { words } from '../../apiHistoryWords';
import { compareReservations } from './compareReservations';
import type { ProtobufEnum, ProtobufFile } from './ProtobufFile';
import { type Comparison, reportNames } from './reportNames';

/** Compares the values of enums. */
export function compareEnums(enums: Comparison<ProtobufFile['enums']>): void {
  const { collector } = enums;
  reportNames(enums, { rule: 'enum' });
  for (const [name, before] of enums.before) {
    const after = enums.after.get(name);
    if (after) {
      compareEnumValues({ before, after, collector }, name);
      compareReservations(
        { before: before.reserved, after: after.reserved, collector },
        { location: name, takenNumbers: after.values.values() },
      );
    }
  }
}

function compareEnumValues(
  { before, after, collector }: Comparison<ProtobufEnum>,
  name: string,
): void {
  for (const [value, number] of before.values) {
    const successor = after.values.get(value);
    if (successor !== number) {
      const isRemoved = successor === undefined;
      collector.add(
        {
          severity: 'breaking',
          rule: isRemoved ? 'enum-value-removed' : 'enum-value-changed',
          path: `${name}.${value}`,
          message: isRemoved
            ? words.describe('apiHistory.change.enumValueRemoved', { value })
            : words.describe('apiHistory.change.enumValueNumber', {
                value,
                from: String(number),
                to: String(successor),
              }),
          before: String(number),
          after: successor?.toString(),
        },
        [name],
      );
    }
  }
  for (const [value, number] of after.values) {
    if (!before.values.has(value)) {
      const isReused = before.reserved.includes(number);
      collector.add(
        {
          // Old readers see it as a number that they have no name for.
          severity: isReused ? 'breaking' : 'risky',
          rule: isReused ? 'enum-number-reused' : 'enum-value-added',
          path: `${name}.${value}`,
          message: isReused
            ? words.describe('apiHistory.change.fieldNumberReused', {
                name: value,
                number: String(number),
              })
            : words.describe('apiHistory.change.enumValueAdded', { value }),
          after: String(number),
        },
        [name],
      );
    }
  }
}

import type { MessageDescriptor } from '@atrium/common';
import type { DeletionPolicy } from '@atrium/plugin-provisioning-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import type { MessageText } from '../../database/messageText';
import type { StoredResource } from '../../database/StoredResource';
import { words } from '../../provisioningWords';
import type { PlannedResource } from './ResourceProposal';

/** As far as an update may change it. */
interface Made {
  plan: string;
  parameters: JsonObject;
  deletion: DeletionPolicy;
}

/** What it comes to. */
type Planned = Made & Partial<Pick<PlannedResource, 'lease' | 'hasNewLease'>>;

/** As far as it was looked at. */
type Seen = Partial<Pick<StoredResource, 'hasDrift' | 'observed'>>;

/**
 * Whether an update would change something at the provider even with everything as
 * it is. What is gone there, or is somebody else's, an update cannot put right.
 */
export function hasDifferences({ hasDrift, observed }: Seen): boolean {
  return hasDrift === true && observed?.status === 'present';
}

/** What an update changes, one thing a line, for people. */
export function describeUpdate(
  before: Made & Seen,
  after: Planned,
): MessageDescriptor[] {
  const lines =
    before.plan === after.plan
      ? []
      : [
          words.describe('provisioning.update.plan', {
            before: before.plan,
            after: after.plan,
          }),
        ];
  const names = new Set([
    ...Object.keys(before.parameters),
    ...Object.keys(after.parameters),
  ]);
  for (const name of [...names].toSorted()) {
    const [one, other] = [before.parameters[name], after.parameters[name]];
    if (!isDeepStrictEqual(one, other)) {
      lines.push(
        words.describe('provisioning.update.changed', {
          name,
          before: toWords(one),
          after: toWords(other),
        }),
      );
    }
  }
  if (before.deletion !== after.deletion) {
    lines.push(
      words.describe(`provisioning.update.deletion.${after.deletion}`),
    );
  }
  if (after.hasNewLease) {
    lines.push(
      after.lease
        ? words.describe('provisioning.update.lease.begins', {
            count: after.lease.days,
          })
        : words.describe('provisioning.update.lease.none'),
    );
  }
  if (hasDifferences(before)) {
    lines.push(words.describe('provisioning.update.differences'));
  }
  return lines;
}

function toWords(value: JsonValue | undefined): MessageText {
  return value === undefined
    ? words.describe('provisioning.update.nothing')
    : JSON.stringify(value);
}

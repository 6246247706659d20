import type { MessageDescriptor } from '@atrium/common';
import type { DeletionPolicy } from '@atrium/plugin-provisioning-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import type { MessageText } from '../../database/messageText';
import { words } from '../../provisioningWords';

/** As far as an update may change it. */
interface Made {
  plan: string;
  parameters: JsonObject;
  deletion: DeletionPolicy;
}

/** What an update changes, one thing a line, for people. */
export function describeUpdate(before: Made, after: Made): MessageDescriptor[] {
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
  return lines;
}

function toWords(value: JsonValue | undefined): MessageText {
  return value === undefined
    ? words.describe('provisioning.update.nothing')
    : JSON.stringify(value);
}

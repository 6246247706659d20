import type { FieldText, MessageDescriptor } from '@atrium/common';
import { words } from '../../provisioningWords';
import type { RequestProblem } from './ResourceProposal';

/** A problem of a field, in English and with what it is made of. */
export function toProblem(
  field: string,
  message: FieldText,
  more: Pick<RequestProblem, 'isConflict'> = {},
): RequestProblem {
  return { field, ...words.fields({ message }), ...more };
}

/** What stands in a sentence for a problem; a schema says its own in English. */
export function describeProblem({
  message,
  messages,
}: RequestProblem): string | MessageDescriptor {
  return messages?.message?.at(0) ?? message;
}

/** Problems one after the other; `undefined` for none. */
export function joinProblems<TProblem extends string | MessageDescriptor>(
  problems: readonly TProblem[],
): TProblem | MessageDescriptor | undefined {
  const [first, ...others] = problems;
  const more = others.length > 0 ? joinProblems(others) : undefined;
  return first !== undefined && more !== undefined
    ? words.describe('provisioning.problem.and', { first, more })
    : first;
}

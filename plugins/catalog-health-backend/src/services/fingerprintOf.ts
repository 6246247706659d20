import { hashJson } from '@atrium/backend-common';
import type { FoundProblem } from './FoundProblem';

/**
 * What makes a problem the same when it is found again.
 *
 * @remarks Not its line: a comment above it does not make it another.
 */
export function fingerprintOf({ finding, place }: FoundProblem): string {
  const { kind, message, entityRef } = finding;
  const parts = [kind, place.url, place.path, entityRef, message];
  return hashJson(parts);
}

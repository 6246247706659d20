import type { ProblemKind } from '@atrium/plugin-catalog-health-common';

/** What people call the kinds of problem. */
export const KIND_WORDS: Record<ProblemKind, string> = {
  syntax: 'Syntax error',
  'too-large': 'Too large',
  unreadable: 'Not readable',
  'kind-not-allowed': 'Kind not allowed',
  'unknown-kind': 'Unknown kind',
  invalid: 'Invalid field',
  'no-owner': 'No owner',
  'unknown-owner': 'Owner does not exist',
  conflict: 'Stated twice',
  placeholder: 'Included file',
  'unknown-reference': 'Dangling reference',
  'refused-annotation': 'Refused annotation',
  other: 'Other',
};

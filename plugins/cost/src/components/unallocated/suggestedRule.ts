import type { Unallocated } from '@atrium/plugin-cost-common';

const MAX_NAME = 50;

/** The rule that somebody begins with who wants to allocate something. */
export function suggestedRule(item: Unallocated['items'][number]) {
  return (
    item.suggestion ?? {
      name: nameOf(item.label),
      match: item.match,
      // Who it is, nobody has said yet; the editor asks for it.
      to: { entity: '' },
    }
  );
}

/** A name of a rule: lower case letters, digits and hyphens. */
function nameOf(label: string): string {
  const name = label
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^-+|-+$/g, '');
  return name || 'new-rule';
}

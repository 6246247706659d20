import type { TypeSummary } from '@atrium/plugin-provisioning-common';

/** What an output is called by its type; by its name where the type says nothing. */
export function outputTitle(
  type: TypeSummary | undefined,
  name: string,
): string {
  const title = type?.outputs.properties[name]?.title;
  return typeof title === 'string' ? title : name;
}

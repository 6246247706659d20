import { MAX_EVENT_PATHS } from '@atrium/plugin-delivery-common';

/** The files of a commit as the paths of an event; none where there are more. */
export function toEventPaths(files: string[]): string[] | undefined {
  const paths = [...new Set(files)];
  return paths.length > 0 && paths.length < MAX_EVENT_PATHS ? paths : undefined;
}

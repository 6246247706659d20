import { resolve } from 'node:path';
import { root } from '../root.ts';

/** Where a world is kept unless its command says otherwise. */
export const DEFAULT_HOME = resolve(root, '.atrium');

export interface WorldCommandOptions {
  /** As in `npm start`. */
  command: string;
  home: string;
}

/**
 * What a person types to run a world once more, with options beside: never without
 * its folder, or it would be the default world that they reset.
 */
export function worldCommand(
  { command, home }: WorldCommandOptions,
  ...options: string[]
): string {
  const all = [
    ...(home === DEFAULT_HOME ? [] : ['--home', quote(home)]),
    ...options,
  ];
  return [command, ...(all.length > 0 ? ['--', ...all] : [])].join(' ');
}

/**
 * The end of a hint: how to begin with empty state.
 *
 * @param options - `command` is absent where its options cannot be chosen
 */
export function resetHint({
  command,
  home,
}: Partial<WorldCommandOptions> & { home: string }): string {
  return command === undefined
    ? `remove ${home}`
    : `begin with empty state: ${worldCommand({ command, home }, '--reset')}`;
}

function quote(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path)
    ? path
    : `'${path.replaceAll("'", `'\\''`)}'`;
}

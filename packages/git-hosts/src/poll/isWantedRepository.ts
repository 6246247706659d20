import type { HostRepository } from '../HostRepository';

/** Whether patterns of the configuration name a repository; none name all. */
export function isWantedRepository(
  { fullName }: HostRepository,
  patterns: string[] | undefined,
): boolean {
  const name = fullName.toLowerCase();
  return (patterns ?? [name]).some(pattern => {
    const wanted = pattern.toLowerCase();
    return wanted.endsWith('/*')
      ? name.startsWith(wanted.slice(0, -1))
      : name === wanted;
  });
}

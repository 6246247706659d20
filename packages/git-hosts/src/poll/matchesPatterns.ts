import type { HostRepository } from '../HostRepository';

/** Whether patterns of the configuration name a repository; none name all. */
export function matchesPatterns(
  { fullName }: HostRepository,
  patterns: string[] | undefined,
): boolean {
  const name = fullName.toLowerCase();
  return (patterns ?? [name]).some(pattern => {
    const expected = pattern.toLowerCase();
    return expected.endsWith('/*')
      ? name.startsWith(expected.slice(0, -1))
      : name === expected;
  });
}

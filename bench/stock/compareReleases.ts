export interface ReleaseDifference {
  name: string;
  atrium: string[];
  stock: string[];
}

/**
 * Packages of Backstage that two yarn.lock files both hold, but in different
 * versions.
 */
export function compareReleases(
  atriumLockfile: string,
  stockLockfile: string,
): ReleaseDifference[] {
  const atrium = readVersions(atriumLockfile);
  const stock = readVersions(stockLockfile);
  return [...stock].flatMap(([name, versions]) => {
    const others = atrium.get(name);
    return others && others.join() !== versions.join()
      ? [{ name, atrium: others, stock: versions }]
      : [];
  });
}

function readVersions(lockfile: string): Map<string, string[]> {
  const versions = new Map<string, string[]>();
  const entries = lockfile.matchAll(
    /^"?(@backstage\/[^@"\n]+)@[^"\n]*"?:\n {2}version: (.+)$/gm,
  );
  for (const [, name, version] of entries) {
    versions.set(name, [...(versions.get(name) ?? []), version].sort());
  }
  return versions;
}

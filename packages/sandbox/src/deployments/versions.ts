const versionPattern = /^v?(\d+)\.(\d+)\.(\d+)$/;

/** The parts of a version such as 4.12.3; undefined when it is none. */
function readVersion(version: string): number[] | undefined {
  return versionPattern.exec(version)?.slice(1).map(Number);
}

export function isVersion(version: string): boolean {
  return versionPattern.test(version);
}

/** Less than zero when the first version is the older one. */
export function compareVersions(left: string, right: string): number {
  const [a = [], b = []] = [readVersion(left), readVersion(right)];
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** The patch after a version: 4.12.4 after 4.12.3. */
export function nextPatch(version: string): string {
  const [major = 0, minor = 0, patch = 0] = readVersion(version) ?? [];
  return `${major}.${minor}.${patch + 1}`;
}

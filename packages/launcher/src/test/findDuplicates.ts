export interface Duplicate {
  name: string;
  copies: { version: string; requestedAs: string }[];
}

/** Packages among `names` of which a yarn.lock holds several versions. */
export function findDuplicates(lockfile: string, names: string[]): Duplicate[] {
  const copies = new Map<string, Duplicate['copies']>();
  // An entry: its requests, then indented its version and more.
  const entries = lockfile.matchAll(
    /^"?([^\s#"][^"\n]*?)"?:\n {2}version: (.+)$/gm,
  );
  for (const [, requestedAs, version] of entries) {
    const name = /^(@?[^@]+)@/.exec(requestedAs)?.[1] ?? '';
    copies.set(name, [...(copies.get(name) ?? []), { version, requestedAs }]);
  }
  return names.flatMap(name => {
    const found = copies.get(name) ?? [];
    return found.length > 1 ? [{ name, copies: found }] : [];
  });
}

/** Asks about some at a time, all of these at once, and joins the answers. */
export async function inBatches<T>(
  entityRefs: readonly string[],
  size: number,
  ask: (some: string[]) => Promise<T[]>,
): Promise<T[]> {
  const batches: Promise<T[]>[] = [];
  for (let start = 0; start < entityRefs.length; start += size) {
    batches.push(ask(entityRefs.slice(start, start + size)));
  }
  return (await Promise.all(batches)).flat();
}

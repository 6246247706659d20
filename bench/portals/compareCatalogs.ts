/** Says for each entity that only one of the two knows which one it is. */
export function compareCatalogs(refs: {
  atrium: string[];
  stock: string[];
}): string[] {
  const atrium = new Set(refs.atrium);
  const stock = new Set(refs.stock);
  return [
    ...refs.atrium
      .filter(ref => !stock.has(ref))
      .map(ref => `only in Atrium: ${ref}`),
    ...refs.stock
      .filter(ref => !atrium.has(ref))
      .map(ref => `only in stock: ${ref}`),
  ].sort();
}

/** The longest time of whole minutes that fits into slices of some lengths. */
export function commonMinutes(lengths: number[]): number {
  return lengths.reduce((common, length) => {
    let [a, b] = [common, length];
    while (b !== 0) {
      [a, b] = [b, a % b];
    }
    return a;
  });
}

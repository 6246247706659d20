/**
 * Runs two things in turn, each first in every other round (A B B A ...), so
 * that a machine that gets busier or warmer treats both alike.
 */
export async function alternate(
  rounds: number,
  [first, second]: [() => Promise<void>, () => Promise<void>],
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [first, second] : [second, first];
    for (const run of order) {
      await run();
    }
  }
}

/**
 * Runs some things in turn, in the other order in every other round (A B B A ...), so
 * that a machine that gets busier or warmer treats all alike.
 */
export async function alternate(
  rounds: number,
  runs: (() => Promise<void>)[],
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? runs : runs.toReversed();
    for (const run of order) {
      await run();
    }
  }
}

const NICE = [1, 2, 2.5, 5, 10];
const STEPS = 4;

/**
 * Where the axis of values is marked: at round numbers counted from its upper
 * end, down to the first one that is as low as the values go.
 */
export function toValueTicks([low, high]: [number, number]): number[] {
  const rough = Math.max((high - low) / STEPS, Number.EPSILON);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (NICE.find(nice => nice * power >= rough) ?? 10);
  const count = Math.ceil((high - low) / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) =>
    // Floating point makes 0.997 of 1 less three times 0.001 only nearly.
    Number((high - (count - index) * step).toPrecision(12)),
  );
}

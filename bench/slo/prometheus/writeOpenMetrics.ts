import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Counter } from './Counter.ts';

/** Writes counters as `promtool` takes them in. */
export async function writeOpenMetrics(
  file: string,
  counters: Counter[],
): Promise<void> {
  await pipeline(
    Readable.from(renderOpenMetrics(counters)),
    createWriteStream(file),
  );
}

/** The text, in pieces: it would be long for a string. */
export function* renderOpenMetrics(counters: Counter[]): Generator<string> {
  for (const name of ['good', 'total'] as const) {
    yield `# TYPE slo_${name} counter\n`;
    for (const { service, samples } of counters) {
      yield samples
        .map(
          sample =>
            `slo_${name}_total{service="${service}"} ${sample[name]} ${sample.at}\n`,
        )
        .join('');
    }
  }
  yield '# EOF\n';
}

import type { CostFormat } from '@atrium/plugin-cost-common';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Charge } from '../formats/Charge';
import { readDelivery } from '../reading/readDelivery';

interface ReadContentsOptions {
  format?: CostFormat;
  focusVersion?: string;
  maxUnpackedBytes?: number;
}

/** Reads files as the parts of one delivery, which are `file-0`, `file-1` and so on. */
export async function readContents(
  contents: readonly (string | Uint8Array)[],
  options: ReadContentsOptions = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'cost-files-'));
  try {
    const files = await Promise.all(
      contents.map(async (content, index) => {
        const path = join(folder, String(index));
        await writeFile(path, content);
        return { path, name: `file-${index}`, bytes: content.length };
      }),
    );
    const charges: Charge[] = [];
    const result = await readDelivery(
      {
        source: 'aws',
        format: options.format ?? 'focus',
        focusVersion: options.focusVersion,
        files,
        folder,
        maxUnpackedBytes: options.maxUnpackedBytes ?? 1_000_000,
      },
      { add: charge => charges.push(charge), flush: async () => undefined },
    );
    return { ...result, charges };
  } finally {
    await rm(folder, { recursive: true });
  }
}

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { focusCsv } from '../__testUtils__/focusCsv';
import { readInThread } from './ReadingThread';
import { DIMENSIONS_FILE } from './readWorker';

describe('readInThread', () => {
  it('keeps what the thread says before anybody takes it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reading-'));
    const content = focusCsv([{ ResourceId: 'i-1' }, { ResourceId: 'i-2' }]);
    const path = join(folder, 'bill.csv');
    await writeFile(path, content);
    const reading = readInThread(
      {
        importId: 1,
        source: 'aws',
        format: 'focus',
        focusVersion: undefined,
        files: [{ path, name: 'bill.csv', bytes: content.length }],
        folder,
        maxUnpackedBytes: 1_000_000,
      },
      () => undefined,
    );
    // A database that is busy keeps whoever wants the rows waiting.
    await waitFor(async () => (await stat(join(folder, DIMENSIONS_FILE))).size);
    await sleep(500);

    const lines: string[] = [];
    let step = await reading.pieces.next();
    while (!step.done) {
      lines.push(...Buffer.from(step.value).toString().trim().split('\n'));
      step = await reading.pieces.next();
    }

    expect(lines).toHaveLength(2);
    expect(step.value.report.rowCount).toBe(2);
    await reading.stop();
    await rm(folder, { recursive: true });
  });

  it('loads no schemas and rules of the common package into the thread', () => {
    jest.isolateModules(() => {
      jest.doMock('@atrium/plugin-cost-common', () => {
        throw new Error('All of the common package is loaded');
      });
      expect(require('./readWorker').workerFile).toMatch(/readWorker/);
    });
    jest.dontMock('@atrium/plugin-cost-common');
  });
});

async function waitFor(isThere: () => Promise<number>): Promise<void> {
  while (!(await isThere().catch(() => 0))) {
    await sleep(20);
  }
}

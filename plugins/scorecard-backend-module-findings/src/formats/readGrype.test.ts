import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonDocument } from '../json/JsonDocument';
import { readGrype } from './readGrype';

/** Heartbleed, CVE-2014-0160, as the NVD rates it. */
const V2 = {
  version: '2.0',
  vector: 'AV:N/AC:L/Au:N/C:P/I:N/A:N',
  metrics: { baseScore: 5 },
};
const V3 = {
  version: '3.1',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
  metrics: { baseScore: 7.5 },
};

describe('readGrype', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'grype-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  async function rate(cvss: object[], relatedCvss: object[] = []) {
    const path = join(folder, 'report.json');
    await writeFile(
      path,
      JSON.stringify({
        matches: [
          {
            vulnerability: { id: 'CVE-2014-0160', severity: 'Low', cvss },
            relatedVulnerabilities: [
              { id: 'CVE-2014-0160', cvss: relatedCvss },
            ],
            artifact: { name: 'openssl', version: '1.0.1f' },
          },
        ],
      }),
    );
    const found = [];
    for await (const item of readGrype(new JsonDocument(path))) {
      if (item.type === 'finding') {
        found.push([item.finding.severity, item.finding.score]);
      }
    }
    return found;
  }

  it('goes by the newest version of CVSS, in whichever order they are', async () => {
    expect(await rate([V2, V3])).toEqual([['high', 7.5]]);
    expect(await rate([V3, V2])).toEqual([['high', 7.5]]);
    // Distributions have no rating of their own.
    expect(await rate([], [V2, V3])).toEqual([['high', 7.5]]);
    expect(await rate([V2])).toEqual([['medium', 5]]);
    // Of one version, the first one counts.
    expect(
      await rate([V2, V3, { ...V3, metrics: { baseScore: 9.8 } }]),
    ).toEqual([['high', 7.5]]);
  });

  it('goes by the vector where no version is said', async () => {
    expect(await rate([{ vector: V2.vector }, { vector: V3.vector }])).toEqual([
      ['high', 7.5],
    ]);
  });
});

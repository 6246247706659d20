import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScore } from './parseScore';

const folder = join(__dirname, '../../../../examples/acme');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('/score.yaml'),
);

describe('the Score files of the sample organisation', () => {
  it('are in at least six repositories', () => {
    expect(files.length).toBeGreaterThanOrEqual(6);
  });

  it.each(files)('%s has no problem, and its catalog names it', file => {
    const { problems, workload } = parseScore(
      readFileSync(join(folder, file), 'utf8'),
    );
    expect(problems).toEqual([]);
    expect(`${workload?.metadata.name}/score.yaml`).toBe(file);
    expect(
      readFileSync(join(folder, file, '../catalog-info.yaml'), 'utf8'),
    ).toContain('atrium.dev/score: ./score.yaml');
  });
});

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { findDateTests } from './findDateTests.ts';

test('finds tests in which a date or the clock stands, or in their helpers', async context => {
  const root = await temporaryFolder(context);
  const files = {
    'bench/a.test.ts': "const from = '2026-11-01';",
    'packages/x/src/b.test.ts': 'const now = Date.now();',
    'plugins/y/src/c.test.tsx':
      "import { sample } from './__testUtils__/sample';",
    'plugins/y/src/__testUtils__/sample.ts': "export const at = '2026-11-25';",
    'plugins/y/src/none.test.ts': "import { add } from './add';",
    'plugins/y/src/production.ts': 'export const now = Date.now();',
    'plugins/y/dist/d.test.ts': "'2026-11-01'",
    'packages/app/e2e-tests/e.test.ts': "'2026-11-01'",
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }

  assert.deepEqual(await findDateTests(root), [
    'bench/a.test.ts',
    'packages/x/src/b.test.ts',
    'plugins/y/src/c.test.tsx',
  ]);
});

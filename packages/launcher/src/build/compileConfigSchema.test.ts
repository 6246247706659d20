import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../__testUtils__/temporaryFolder.ts';
import { compileConfigSchema } from './compileConfigSchema.ts';

test('the schema of all packages is compiled once for the same sources', async context => {
  const root = await temporaryFolder(context);
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  };
  const declaration = 'plugins/slo-backend/config.d.ts';
  await write('yarn.lock', '');
  await write(
    'plugins/slo-backend/package.json',
    JSON.stringify({ name: 'slo-backend', configSchema: 'config.d.ts' }),
  );
  await write(
    declaration,
    `export interface Config {
      slo?: {
        /**
         * @visibility secret
         */
        token: string;
      };
    }`,
  );

  const file = await compileConfigSchema(root);
  assert.ok(file);
  const { schemas } = JSON.parse(await readFile(file, 'utf8'));
  assert.equal(schemas[0].packageName, 'slo-backend');
  assert.equal(
    schemas[0].value.properties.slo.properties.token.visibility,
    'secret',
  );
  assert.equal(await compileConfigSchema(root), file);

  await write(declaration, 'export interface Config { slo?: {} }');
  assert.notEqual(await compileConfigSchema(root), file);

  await rm(join(root, declaration));
  assert.equal(await compileConfigSchema(root), undefined);
});

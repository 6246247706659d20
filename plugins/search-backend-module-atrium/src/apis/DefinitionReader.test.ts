import { DefinitionReader } from './DefinitionReader';

const definition = 'openapi: 3.0.0\npaths: { /ok: { get: {} } }';

it('gives up on a definition that takes too long, and reads the next', async () => {
  const hasty = new DefinitionReader({ maxMs: 1 });
  // Parsing a million numbers takes far longer than a millisecond.
  const large = `${definition}\nx: [${'1, '.repeat(1_000_000)}]`;
  await expect(
    hasty.read({ type: 'openapi', definition: large }),
  ).rejects.toThrow('It takes longer than 1 ms');
  await hasty.close();

  const reader = new DefinitionReader({ maxMs: 20_000 });
  await expect(
    reader.read({ type: 'graphql', definition: 'type {' }),
  ).rejects.toThrow('Syntax Error: Expected Name, found "{".');
  await expect(
    reader.read({ type: 'openapi', definition }),
  ).resolves.toMatchObject([{ title: 'GET /ok' }]);
  await reader.close();
});

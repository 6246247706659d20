import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PortalAssignment } from './PortalAssignment.ts';

const { signal } = new AbortController();

test('events have owners once the catalog knows all components, and none is left over', async () => {
  const paths: string[] = [];
  const answers: unknown[] = [
    { totalItems: 2 },
    { totalItems: 3 },
    { unresolved: [{ repository: 'acme/cart', subjects: 1 }] },
    { unresolved: [] },
  ];
  const assignment = new PortalAssignment(
    {
      request: async path => {
        paths.push(path);
        return answers.shift();
      },
    },
    3,
  );

  assert.equal(await assignment.isPossible(signal), false);
  assert.equal(await assignment.isPossible(signal), true);
  assert.equal(await assignment.isComplete(signal), false);
  assert.equal(await assignment.isComplete(signal), true);
  assert.deepEqual(paths, [
    '/api/catalog/entities/by-query?filter=kind%3Dcomponent&limit=0',
    '/api/catalog/entities/by-query?filter=kind%3Dcomponent&limit=0',
    '/api/delivery/ingest',
    '/api/delivery/ingest',
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySettings } from './memorySettings.ts';

test('Postgres gets a share of the memory, within limits', () => {
  for (const [megabytes, buffers, cache] of [
    [1_024, '128MB', '256MB'],
    [4_096, '256MB', '1024MB'],
    [24_576, '1536MB', '6144MB'],
    [131_072, '2048MB', '32768MB'],
  ] as const) {
    assert.deepEqual(memorySettings(megabytes), {
      shared_buffers: buffers,
      effective_cache_size: cache,
    });
  }
});

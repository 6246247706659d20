import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { runInLanes } from './runInLanes.ts';

/** Runs steps that end when the test says so. */
function start(steps: { name: string; usesOneCore?: boolean }[]) {
  const running = new Map<string, () => void>();
  let isStopped = false;
  const ended = runInLanes(steps, {
    run({ name }) {
      const { promise, resolve } = Promise.withResolvers<void>();
      running.set(name, resolve);
      return promise;
    },
    isStopped: () => isStopped,
  });
  return {
    ended,
    listRunning: () => [...running.keys()],
    stop() {
      isStopped = true;
    },
    async end(name: string) {
      running.get(name)?.();
      running.delete(name);
      await setImmediate();
    },
  };
}

const small = (name: string) => ({ name, usesOneCore: true });

test('runs two that use one core at a time, and any other alone', async () => {
  const { end, ended, listRunning } = start([
    small('lint'),
    small('types'),
    small('unused'),
    { name: 'unit' },
    { name: 'e2e' },
    small('last'),
  ]);
  assert.deepEqual(listRunning(), ['lint', 'types']);
  await end('types');
  assert.deepEqual(listRunning(), ['lint', 'unused']);
  await end('unused');
  assert.deepEqual(listRunning(), ['lint']);
  await end('lint');
  assert.deepEqual(listRunning(), ['unit']);
  await end('unit');
  assert.deepEqual(listRunning(), ['e2e']);
  await end('e2e');
  assert.deepEqual(listRunning(), ['last']);
  await end('last');
  await ended;
});

test('begins nothing once it is stopped', async () => {
  const { end, ended, listRunning, stop } = start([
    small('lint'),
    small('types'),
    small('unused'),
    { name: 'unit' },
  ]);
  stop();
  await end('types');
  assert.deepEqual(listRunning(), ['lint']);
  await end('lint');
  assert.deepEqual(listRunning(), []);
  await ended;
});

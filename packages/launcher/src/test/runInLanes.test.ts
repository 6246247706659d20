import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { runInLanes } from './runInLanes.ts';

/** Runs steps that end when the test says so. */
function start(steps: Parameters<typeof runInLanes>[0]) {
  const running = new Map<string, () => void>();
  const yielding: string[] = [];
  let isStopped = false;
  const ended = runInLanes(steps, {
    run({ name }, isYielding) {
      if (isYielding) {
        yielding.push(name);
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      running.set(name, resolve);
      return promise;
    },
    isStopped: () => isStopped,
  });
  return {
    ended,
    yielding,
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

const small = (name: string) => ({ name, leavesCore: true });

test('runs two that leave a core idle at a time, and any other alone', async () => {
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

test('has only those yield that run beside bounds in seconds', async () => {
  const { end, ended, yielding } = start([
    { name: 'templates', leavesCore: true, hasBounds: true },
    small('lint'),
    small('types'),
    { name: 'unit' },
  ]);
  for (const name of ['lint', 'types', 'templates', 'unit']) {
    await end(name);
  }
  await ended;
  assert.deepEqual(yielding, ['lint', 'types']);
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

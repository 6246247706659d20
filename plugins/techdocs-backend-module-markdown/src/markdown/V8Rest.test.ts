import { Script } from 'node:vm';
import { OptimiserRest } from './OptimiserRest';

const SOURCE = 'function add(a, b) { return a + b; } add(1, 2);';
const cachedData = new Script(SOURCE, {
  filename: 'kept.js',
}).createCachedData();

let fileCount = 0;

/** V8 takes the code of earlier only under the flags that it was kept under. */
function hasUsualFlags(): boolean {
  fileCount += 1;
  const script = new Script(SOURCE, {
    filename: `taken-${fileCount}.js`,
    cachedData,
  });
  return script.cachedDataRejected === false;
}

it('rests from when all is loaded until it ends, except to keep code', () => {
  expect(OptimiserRest.find()).toBeUndefined();
  const rest = OptimiserRest.prepare();
  expect(hasUsualFlags()).toBe(true);

  const sameInThread = OptimiserRest.find();
  sameInThread?.begin();
  expect(hasUsualFlags()).toBe(false);
  let hadUsualFlags = false;
  sameInThread?.interrupt(() => {
    hadUsualFlags = hasUsualFlags();
  });
  expect(hadUsualFlags).toBe(true);
  expect(hasUsualFlags()).toBe(false);

  rest.end();
  expect(hasUsualFlags()).toBe(true);
  sameInThread?.interrupt(() => undefined);
  // A thread that is started later finds that the rest is over.
  sameInThread?.begin();
  expect(hasUsualFlags()).toBe(true);
});

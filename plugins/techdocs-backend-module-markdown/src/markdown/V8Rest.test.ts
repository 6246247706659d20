import { Script } from 'node:vm';
import { V8Rest } from './V8Rest';

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
  expect(V8Rest.find()).toBeUndefined();
  const rest = V8Rest.prepare();
  expect(hasUsualFlags()).toBe(true);

  const sameInThread = V8Rest.find();
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

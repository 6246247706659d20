import { Script } from 'node:vm';
import { setOptimizing } from './setOptimizing';

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

it('changes the flags of V8, and puts them back as they were', () => {
  expect(hasUsualFlags()).toBe(true);
  setOptimizing(false);
  expect(hasUsualFlags()).toBe(false);
  setOptimizing(true);
  expect(hasUsualFlags()).toBe(true);
});

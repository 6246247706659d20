import { runInTime } from './runInTime';

it('ends a regular expression that never comes to its end', () => {
  const steps: string[] = [];
  const isDone = runInTime(() => {
    steps.push('before');
    /^(a+)+$/.test(`${'a'.repeat(60)}!`);
    steps.push('after');
  }, 50);
  expect(isDone).toBe(false);
  expect(steps).toEqual(['before']);
});

it('runs what comes to its end, and hands on what it throws', () => {
  let count = 0;
  expect(runInTime(() => (count += 1), 1_000)).toBe(true);
  expect(count).toBe(1);
  expect(() =>
    runInTime(() => {
      throw new TypeError('no');
    }, 1_000),
  ).toThrow(TypeError);
});

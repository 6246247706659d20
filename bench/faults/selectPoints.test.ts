import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectPoints } from './selectPoints.ts';

const groups = [['docs.build.1'], ['slo.push.2', 'slo.tick.4']];

test('points are selected by how their names begin', () => {
  assert.deepEqual(selectPoints(groups, undefined), groups);
  assert.deepEqual(selectPoints(groups, 'slo'), [groups[1]]);
  assert.deepEqual(selectPoints(groups, 'docs.build.1,slo.tick'), [
    ['docs.build.1'],
    ['slo.tick.4'],
  ]);
  assert.deepEqual(selectPoints(groups, 'scaffolder'), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectSteps } from './selectSteps.ts';
import type { TestStep } from './TestStep.ts';

const run: TestStep['run'] = async () => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  output: '',
});
const known: TestStep[] = [
  { name: 'types', run },
  { name: 'unit', run },
];

test('no name means all, names mean those in the order given', () => {
  assert.deepEqual(selectSteps([], known).steps, known);
  assert.deepEqual(
    selectSteps(['unit', 'types'], known).steps.map(({ name }) => name),
    ['unit', 'types'],
  );
});

test('a step on request runs when it is named', () => {
  const pictures: TestStep = { name: 'pictures', isOnRequest: true, run };
  const steps = [...known, pictures];
  assert.deepEqual(selectSteps([], steps).steps, known);
  assert.deepEqual(selectSteps(['pictures'], steps).steps, [pictures]);
});

test('arguments after -- go to the tool of a single step', () => {
  assert.deepEqual(
    selectSteps(['unit', '--', '-t', 'catalog'], known).toolArgs,
    ['-t', 'catalog'],
  );
  assert.throws(() => selectSteps(['--', '-t'], known), /exactly one step/);
  assert.throws(() => selectSteps(['e2e'], known), {
    message: "There is no step 'e2e'",
    hint: 'Choose among: types, unit',
  });
});

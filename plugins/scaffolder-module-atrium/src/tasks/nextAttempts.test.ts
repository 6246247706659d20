import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { nextAttempts } from './nextAttempts';
import type { RunStep } from './toRun';

type Step = [action: string, status: RunStep['status'], input?: object];

const attempts = (...given: Step[]) => {
  const steps = given.map(([action, , input], index) => ({
    id: `step-${index}`,
    name: action,
    action,
    input: JSON.parse(JSON.stringify(input ?? {})),
  }));
  const task: Pick<ScaffolderTask, 'spec'> = {
    spec: {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      parameters: {},
      steps,
      output: {},
    },
  };
  return nextAttempts(task, {
    steps: steps.map(({ id }, index) => ({ id, status: given[index][1] })),
  });
};

it.each<[string, Step[], { canContinue: boolean; canStartAgain: boolean }]>([
  [
    'starts again where no step is completed',
    [
      ['publish:gitea', 'failed'],
      ['catalog:await', 'open'],
    ],
    { canContinue: false, canStartAgain: true },
  ],
  [
    'can do both where nothing was made',
    [
      ['fetch:template', 'completed'],
      ['publish:gitea', 'failed'],
    ],
    { canContinue: true, canStartAgain: true },
  ],
  [
    'continues where something was made',
    [
      ['publish:gitea', 'completed', { token: '${{ secrets.token }}' }],
      ['catalog:await', 'failed'],
    ],
    { canContinue: true, canStartAgain: false },
  ],
  [
    'starts again where a step needs a secret, which is gone',
    [
      ['publish:gitea', 'completed'],
      ['http:request', 'failed', { headers: { a: "${{ secrets['token'] }}" } }],
    ],
    { canContinue: false, canStartAgain: true },
  ],
])('%s', (_, steps, expected) => {
  expect(attempts(...steps)).toEqual(expected);
});

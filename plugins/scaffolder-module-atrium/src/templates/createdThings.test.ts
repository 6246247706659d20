import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { createdThings } from './createdThings';

type Step = TemplateEntityV1beta3['spec']['steps'][number];

const template = (steps: Step[]): TemplateEntityV1beta3 => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'any' },
  spec: { type: 'service', steps },
});

it('names what the steps make, and what depends on the answers', () => {
  expect(
    createdThings(
      template([
        { action: 'catalog:check-available' },
        { action: 'fetch:template' },
        { action: 'publish:github', if: 'on GitHub' },
        { action: 'publish:gitea', if: 'on Gitea' },
        { action: 'catalog:await' },
        {
          action: 'provision:resource',
          if: 'wanted',
          input: { type: 'postgres' },
        },
      ]),
    ),
  ).toEqual(['repository', 'catalog entry', 'database (optional)']);
});

it.each([
  ['publish:github:pull-request', ['pull request']],
  ['publish:gitlab:merge-request', ['pull request']],
  ['debug:log', []],
])('takes %s for %j', (action, things) => {
  expect(createdThings(template([{ action }]))).toEqual(things);
});

it('calls a resource of a type of the operators a resource', () => {
  expect(
    createdThings(
      template([{ action: 'provision:resource', input: { type: 'bucket' } }]),
    ),
  ).toEqual(['resource']);
});

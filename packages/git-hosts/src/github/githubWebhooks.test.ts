import events from '@octokit/webhooks-examples';
import { z } from 'zod';
import { githubWebhookSchemas } from './githubWebhooks';

describe('githubWebhookSchemas', () => {
  it.each(Object.entries(githubWebhookSchemas))(
    'understands what GitHub documents as examples of %s',
    (name, schema) => {
      const examples: unknown[] =
        events.find(event => event.name === name)?.examples ?? [];
      expect(examples.length).toBeGreaterThan(0);
      const problems = examples.flatMap(example => {
        const { error } = schema.safeParse(example);
        return error ? [z.prettifyError(error)] : [];
      });
      expect(problems).toEqual([]);
    },
  );
});

import { entityRefSchema } from '@atrium/common';
import { z } from 'zod';

const text = z.string().min(1).max(2_000);
const instant = z.iso.datetime({ offset: true });

/** How many paths an event may name. */
export const MAX_EVENT_PATHS = 300;

/**
 * What an emitter adds under `customData.atrium`, since CDEvents has no field
 * for it. Everything is optional; what is there makes more questions
 * answerable.
 */
export const cdEventExtensionSchema = z
  .object({
    entityRef: entityRefSchema.describe(
      'The catalog entity, e.g. component:default/payment-service.',
    ),
    repository: text.describe(
      'The repository, as a URL, as host/owner/name or as owner/name.',
    ),
    service: text.describe(
      'The service id, where the subject is not a service; see the annotation atrium.dev/delivery-service.',
    ),
    paths: z
      .array(z.string().min(1).max(1_000))
      .min(1)
      .max(MAX_EVENT_PATHS)
      .describe(
        'Runs and changes: the files that were changed or the folders that are built, from the root of the repository. They say whose it is where several components share a repository; leave them out where there are more.',
      ),
    branch: text.describe(
      'Runs: the branch built. Changes: the branch merged into.',
    ),
    commit: text.describe(
      'Runs and deployments: the commit built or deployed. Changes: the commit that the merge made.',
    ),
    committedAt: instant.describe(
      'When that commit reached the branch. Lets a deployment of a commit that no change tells about be placed in order.',
    ),
    firstCommitAt: instant.describe('Changes: when its first commit was made.'),
    version: text.describe(
      'Deployments and artifacts: the version for people.',
    ),
    title: text.describe('Changes: the title.'),
    number: text.describe('Changes and tickets: the number people use.'),
    actor: text.describe('Who triggered, deployed or merged.'),
    trigger: text.describe('Runs: what started it, e.g. push or schedule.'),
    runId: text.describe('Deployments: the pipeline run that deployed.'),
    url: text.describe('A page for people, where the content has no field.'),
    cause: text.describe('Roll-backs: why.'),
  })
  .partial();

/** What stands under `customData.atrium`. */
export type CdEventExtension = z.infer<typeof cdEventExtensionSchema>;

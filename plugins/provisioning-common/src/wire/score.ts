import { fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';
import { resourceStateSchema } from '../life/resourceState';
import { environmentSchema } from './definitions';

/** Something a workload needs, as it stands in an environment. */
export const scoreNeedSchema = z.object({
  name: z.string().describe('As the Score file calls it.'),
  type: z.string(),
  class: z.string(),
  sharedId: z.string().optional(),
  status: z
    .enum([
      'ready',
      'pending',
      'missing',
      'name-taken',
      'unserved',
      'part-of-workload',
    ])
    .describe(
      'pending: asked for, and not ready, or not any more, or not agreed to by whoever shares it. missing: it can be asked for. name-taken: the component has a resource of another type or class under its name. unserved: no definition fits. part-of-workload: it lives and dies with a pod, such as a volume.',
    ),
  resource: z
    .object({
      id: z.string(),
      catalogRef: z.string(),
      name: z.string(),
      type: z.string(),
      class: z.string(),
      state: resourceStateSchema,
      definition: z.string(),
      plan: z.string(),
    })
    .optional()
    .describe('What is there already; where the name is taken, what has it.'),
  definition: z
    .object({ name: z.string(), title: z.string() })
    .optional()
    .describe('What would serve it now.'),
  losers: z.array(z.object({ name: z.string(), reason: z.string() })),
});

/** Something a workload needs, as it stands in an environment. */
export type ScoreNeedStatus = z.infer<typeof scoreNeedSchema>;

/** The answer of `GET /score/:kind/:namespace/:name`. */
export const scoreSchema = z.object({
  source: z.string().describe('The page of the file.'),
  workload: z
    .object({
      name: z.string(),
      containers: z.array(
        z.object({
          name: z.string(),
          image: z.string(),
          needs: z
            .array(z.string())
            .describe('The resources that its texts and volumes name.'),
        }),
      ),
      ports: z.array(
        z.object({ name: z.string(), port: z.number(), protocol: z.string() }),
      ),
    })
    .optional()
    .describe('Absent where the file has problems.'),
  problems: z.array(
    z.object({
      message: z.string(),
      path: z.string().optional(),
      line: z.number().optional(),
      column: z.number().optional(),
    }),
  ),
  environments: z
    .array(
      z.object({
        environment: environmentSchema,
        needs: z.array(scoreNeedSchema),
      }),
    )
    .describe('The same needs in the same order, in each environment.'),
});

/** A Score file, and what of it is there in each environment. */
export type Score = z.infer<typeof scoreSchema>;

/** The body of `POST /score/:kind/:namespace/:name/provision-missing`. */
export const provisionMissingSchema = z.strictObject({
  environment: z.string().max(63),
  needs: z
    .array(z.string().max(63))
    .max(100)
    .optional()
    .describe('By default all that are missing.'),
  promoteFrom: z
    .string()
    .max(63)
    .optional()
    .describe(
      'The environment whose resources say the parameters, in the place of the Score file.',
    ),
  reason: z.string().trim().max(1000).optional(),
});

/** The body of `POST /score/:kind/:namespace/:name/provision-missing`. */
export type ProvisionMissing = z.input<typeof provisionMissingSchema>;

/** What came of one need. */
export const provisionedNeedSchema = z.object({
  name: z.string(),
  requestId: z.string().optional(),
  problem: z.string().optional().describe('Why it could not be asked for.'),
  messages: fieldMessagesSchema.optional().describe('Of the problem.'),
});

/** What came of each need that was missing. */
export type ProvisionedNeed = z.infer<typeof provisionedNeedSchema>;

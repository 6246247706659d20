import { fieldMessagesSchema } from '@atrium/common';
import { z } from 'zod';

/** Warning events of one reason in one namespace of a cluster, explained. */
export const warningSchema = z.object({
  id: z.string().describe('Unique in the answer; opaque.'),
  cluster: z.string(),
  reason: z.string().describe('As Kubernetes names it, for example BackOff.'),
  title: z.string().describe('The reason in a few plain words.'),
  meaning: z.string().describe('What it means, in a sentence or two.'),
  lookAt: z.array(z.string()).describe('What to look at, first things first.'),
  messages: fieldMessagesSchema
    .optional()
    .describe('Of title, meaning and each thing to look at.'),
  count: z.number(),
  firstAt: z.string(),
  lastAt: z.string(),
  message: z.string().describe('What the newest one says.'),
  objects: z
    .array(
      z.object({
        namespace: z.string(),
        kind: z.string(),
        name: z.string(),
        count: z.number(),
      }),
    )
    .describe('What it is about, most often first; at most 20.'),
  workloadIds: z.array(z.string()).describe('The workloads concerned.'),
});

/** Warning events of one reason in one namespace of a cluster, explained. */
export type Warning = z.infer<typeof warningSchema>;

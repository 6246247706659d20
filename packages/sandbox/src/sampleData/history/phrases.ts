import { z } from 'zod';
import { readFixture } from '../../readFixture.ts';

const textsSchema = z.array(z.string());

/** What the changes, incidents and tickets of the sample organisation are called. */
export const phrases = readFixture(
  'sampleData/phrases.yaml',
  z.object({
    changes: textsSchema,
    incidents: textsSchema,
    outages: textsSchema,
    rollbacks: textsSchema,
    tickets: textsSchema,
    failedSteps: z.object({ validate: z.string(), test: z.string() }),
  }),
);

import { z } from 'zod';

const text = z.string().max(2_000).optional().catch(undefined);

/** The part of an entity that says what it is and where it comes from. */
const entitySchema = z.object({
  kind: text,
  metadata: z
    .object({
      annotations: z
        .record(z.string(), z.unknown())
        .optional()
        .transform(pickTexts),
    })
    .optional()
    .catch(undefined),
  spec: z
    .object({
      owner: text,
      target: text,
      targets: z.array(z.string()).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** An entity as its file states it, as far as it is understood. */
export type UnprocessedEntity = z.infer<typeof entitySchema>;

/** Reads an entity that may be anything, and nothing where it is none. */
export function readUnprocessedEntity(
  json: string | null,
): UnprocessedEntity | undefined {
  return json ? entitySchema.safeParse(JSON.parse(json)).data : undefined;
}

function pickTexts(values: Record<string, unknown> = {}) {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

import { z } from 'zod';

const url = z.string().max(4_000).optional();

const failureSchema = z.object({
  entityRef: z.string(),
  /** The file that could not be processed. */
  location: url,
  /** Where the platform or a person pointed the catalog to in the first place. */
  origin: url,
  errors: z.array(z.object({ name: z.string(), message: z.string() })),
  /** What the file says of the entity, as far as it can be read. */
  entity: z
    .object({
      kind: z.string().optional(),
      owner: z.string().optional(),
      /** For a Location: the file that names the one that failed. */
      statedIn: url,
    })
    .optional(),
});

const unresolvedSchema = z.object({
  entityRef: z.string(),
  relation: z.string(),
  targetRef: z.string(),
  location: url,
  origin: url,
});

const refusalSchema = z.object({
  entityRef: z.string(),
  /** The names of annotations, as the catalog lists them. */
  annotations: z.string(),
  location: url,
  origin: url,
});

/** What one backend of the portal tells another of the catalog's work. */
export const catalogStateSchema = z.object({
  failures: z.array(failureSchema),
  unresolved: z.array(unresolvedSchema),
  refused: z.array(refusalSchema),
  /** Whether more is wrong than what is listed. */
  isTruncated: z.boolean(),
  /** The files whose entities wait for their turn. */
  waiting: z.array(z.string()),
  /** Whether what is missing may be yet to come. */
  isBeingFilled: z.boolean(),
});

/** An entity that the catalog could not process the last time it tried. */
export type CatalogFailure = z.infer<typeof failureSchema>;

/** An entity refers to what is not in the catalog. */
export type UnresolvedReference = z.infer<typeof unresolvedSchema>;

/** Annotations of an entity that lead out of its repository. */
export type RefusedAnnotations = z.infer<typeof refusalSchema>;

/** What the catalog could not process, and what it has yet to. */
export type CatalogState = z.infer<typeof catalogStateSchema>;

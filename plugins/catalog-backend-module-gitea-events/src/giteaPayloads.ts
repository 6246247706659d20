import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';

const repositorySchema = z.object({
  /** Owner and name with a slash between them. */
  full_name: z.string().regex(/^[^/]+\/[^/]+$/),
  html_url: z.string().url(),
  default_branch: z.string(),
});

// Gitea writes an empty list as null.
const filesSchema = z
  .array(z.string())
  .nullish()
  .transform(files => files ?? []);

const pushSchema = z.object({
  ref: z.string(),
  before: z.string(),
  after: z.string(),
  /** More than the number of commits listed when the list was cut short. */
  total_commits: z.number().optional(),
  commits: z
    .array(
      z.object({
        added: filesSchema,
        removed: filesSchema,
        modified: filesSchema,
      }),
    )
    .nullish()
    .transform(commits => commits ?? []),
  repository: repositorySchema,
});

const repositoryEventSchema = z.object({
  action: z.string(),
  repository: repositorySchema,
});

/** A repository, as Gitea describes it in its events. */
export type GiteaRepository = z.infer<typeof repositorySchema>;

/** The body of a `push` event, as far as it is used here. */
export type GiteaPush = z.infer<typeof pushSchema>;

/** The body of a `repository` event, as far as it is used here. */
type GiteaRepositoryEvent = z.infer<typeof repositoryEventSchema>;

/** Reads the body of a `push` event. */
export function parsePush(payload: unknown): GiteaPush {
  return parse(pushSchema, payload, 'push');
}

/** Reads the body of a `repository` event. */
export function parseRepositoryEvent(payload: unknown): GiteaRepositoryEvent {
  return parse(repositoryEventSchema, payload, 'repository');
}

function parse<T extends z.ZodTypeAny>(
  schema: T,
  payload: unknown,
  event: string,
): z.output<T> {
  const result = schema.safeParse(payload);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new InputError(
      `Invalid Gitea '${event}' event at '${issue.path.join('.')}': ${
        issue.message
      }`,
    );
  }
  return result.data;
}

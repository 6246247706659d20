import { z } from 'zod';

/** Gitea writes a time that has not come as one of long ago. */
const FIRST_REAL_YEAR = Date.parse('2000-01-01T00:00:00Z');

/** A point in time that an object always has. */
export const instantSchema = z.iso.datetime({ offset: true });

/** A point in time that may not have come. */
export const maybeInstantSchema = instantSchema
  .nullish()
  .transform(value =>
    value && Date.parse(value) >= FIRST_REAL_YEAR ? value : undefined,
  );

/** Somebody with an account. */
export const userSchema = z.object({ login: z.string() }).nullish();

// What follows is the part of GitHub's REST API that Gitea took over. Webhooks
// and the API describe an object alike, so one schema serves both.

/** A repository, as far as both hosts describe it alike. */
export const repositorySchema = z.object({
  html_url: z.string(),
  default_branch: z.string(),
});

/** A text file. */
export const fileSchema = z
  .object({ sha: z.string(), content: z.string() })
  .transform(({ sha, content }) => ({
    sha,
    content: Buffer.from(content, 'base64').toString('utf8'),
  }));

/** A branch; the two hosts call its commit by different names. */
export const branchSchema = z
  .object({
    commit: z.union([
      z.object({ sha: z.string() }).transform(({ sha }) => sha),
      z.object({ id: z.string() }).transform(({ id }) => id),
    ]),
    protected: z.boolean().optional(),
  })
  .transform(({ commit, protected: isProtected }) => ({ commit, isProtected }));

/** The files of a commit, or a page of them. */
export const treeSchema = z
  .object({
    tree: z
      .array(
        z.object({
          path: z.string(),
          type: z.string(),
          size: z.number().optional(),
        }),
      )
      .nullable(),
    truncated: z.boolean(),
  })
  .transform(({ tree, truncated }) => ({
    files: (tree ?? [])
      .filter(({ type }) => type === 'blob')
      .map(({ path, size }) => ({ path, sizeBytes: size })),
    isTruncated: truncated,
  }));

/** What an account may do with a repository. */
export const permissionSchema = z
  .object({ permission: z.string() })
  .transform(({ permission }) => {
    switch (permission) {
      case 'owner':
      case 'admin':
      case 'write':
        return 'write' as const;
      case 'read':
        return 'read' as const;
      default:
        return 'none' as const;
    }
  });

/** A pull request. */
export const pullRequestSchema = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  user: userSchema,
  base: z.object({ ref: z.string() }),
  created_at: instantSchema,
  updated_at: instantSchema,
  closed_at: maybeInstantSchema,
  merged_at: maybeInstantSchema,
  merge_commit_sha: z.string().nullish(),
});

/** A pull request. */
export type PullRequest = z.infer<typeof pullRequestSchema>;

/** A review of a pull request; one that is being written has no time yet. */
export const reviewSchema = z.object({
  id: z.number(),
  user: userSchema,
  submitted_at: maybeInstantSchema,
});

/** A review of a pull request. */
export type Review = z.infer<typeof reviewSchema>;

const labelSchema = z.union([
  z.string(),
  z.object({ name: z.string() }).transform(({ name }) => name),
]);

/** An issue. GitHub lists pull requests among them. */
export const issueSchema = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  state_reason: z.string().nullish(),
  html_url: z.string(),
  labels: z.array(labelSchema).nullish(),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  user: userSchema,
  type: z.object({ name: z.string() }).nullish().catch(undefined),
  created_at: instantSchema,
  updated_at: instantSchema,
  closed_at: maybeInstantSchema,
  pull_request: z.unknown().optional(),
});

/** An issue. */
export type Issue = z.infer<typeof issueSchema>;

/** A release. */
export const releaseSchema = z.object({
  id: z.number(),
  tag_name: z.string(),
  target_commitish: z.string(),
  draft: z.boolean(),
  html_url: z.string(),
  author: userSchema,
  published_at: maybeInstantSchema,
});

/** A release. */
export type Release = z.infer<typeof releaseSchema>;

/** One job of a run. Before Gitea 1.26 attempts were not counted. */
export const workflowJobSchema = z.object({
  id: z.number(),
  run_id: z.number(),
  run_attempt: z.number().default(1),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  html_url: z.string().nullish(),
  created_at: maybeInstantSchema,
  started_at: maybeInstantSchema,
  completed_at: maybeInstantSchema,
});

/** One job of a run. */
export type WorkflowJob = z.infer<typeof workflowJobSchema>;

/** A commit by itself, with the files that it changed, or some of very many. */
export const commitFilesSchema = z
  .object({ files: z.array(z.object({ filename: z.string() })).nullish() })
  .transform(({ files }) => (files ?? []).map(({ filename }) => filename));

const MAX_MESSAGE_LENGTH = 200;

/** A point in time in any zone, as UTC. */
export const utcInstantSchema = instantSchema.transform(text =>
  new Date(text).toISOString(),
);

/** The first line of a message, cut where it is very long. */
export const firstLineSchema = z
  .string()
  .transform(text => text.trim().split('\n')[0].slice(0, MAX_MESSAGE_LENGTH));

/** The page of something, where its host gives one. */
export const webAddressSchema = z.url({ protocol: /^https?$/ }).optional();

/** The first commit of a list. */
export const lastCommitSchema = z
  .array(
    z.object({
      sha: z.string(),
      html_url: webAddressSchema,
      commit: z.object({
        message: firstLineSchema,
        author: z.object({ name: z.string() }).nullish(),
        committer: z.object({ date: utcInstantSchema }),
      }),
    }),
  )
  .transform(([item]) =>
    item
      ? {
          id: item.sha,
          date: item.commit.committer.date,
          author: item.commit.author?.name || undefined,
          message: item.commit.message || undefined,
          url: item.html_url,
        }
      : undefined,
  );

/** A commit in a list. */
export const commitSchema = z.object({
  commit: z.object({
    author: z.object({ date: instantSchema }).nullish(),
    committer: z.object({ date: instantSchema }).nullish(),
  }),
});

import { z } from 'zod';

/** A text file, as Gitea and GitHub both answer it. */
export const fileAnswerSchema = z
  .object({ sha: z.string(), content: z.string() })
  .transform(({ sha, content }) => ({
    sha,
    content: Buffer.from(content, 'base64').toString('utf8'),
  }));

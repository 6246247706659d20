import { parseInput } from '@atrium/common';
import { z } from 'zod';
import { commitSchema } from './githubObjects';

/** When the first of the commits that GitHub lists was made. */
export function readFirstCommitAt(body: unknown): string | undefined {
  const [first] = parseInput(z.array(commitSchema), body);
  return first?.commit.author?.date ?? first?.commit.committer?.date;
}

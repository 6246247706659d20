import { isRecord } from '@atrium/common';
import { parse } from 'yaml';

/** The actions that a workflow uses, as it writes them. */
export interface WorkflowActions {
  used: string[];
  /** Those that are not fixed to a commit or a digest. */
  unpinned: string[];
}

const COMMIT = /@(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const DIGEST = /@sha256:[0-9a-f]{64}$/i;

/**
 * Finds the actions and reusable workflows of a workflow.
 *
 * @returns undefined for what is no workflow
 */
export function findActions(content: string): WorkflowActions | undefined {
  const jobs = readJobs(content);
  if (!jobs) {
    return undefined;
  }
  const used = Object.values(jobs)
    .filter(isRecord)
    .flatMap(job => [job, ...(Array.isArray(job.steps) ? job.steps : [])])
    .flatMap(part =>
      isRecord(part) && typeof part.uses === 'string' ? part.uses.trim() : [],
    )
    // What lies in the repository itself is at the same commit.
    .filter(action => !action.startsWith('./'));
  return { used, unpinned: used.filter(action => !isPinned(action)) };
}

function isPinned(action: string): boolean {
  return action.startsWith('docker://')
    ? DIGEST.test(action)
    : COMMIT.test(action);
}

function readJobs(content: string): Record<string, unknown> | undefined {
  try {
    const workflow: unknown = parse(content, { logLevel: 'silent' });
    return isRecord(workflow) && isRecord(workflow.jobs)
      ? workflow.jobs
      : undefined;
  } catch {
    return undefined;
  }
}

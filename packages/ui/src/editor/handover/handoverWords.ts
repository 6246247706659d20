import type { ProposalDraft } from '@atrium/common';

/** How a file is handed over, in words. */
export interface HandoverWords {
  question: string;
  action: string;
  what: string;
}

/** What handing over means for a repository. */
export function handoverWords({
  handover,
  branch,
}: ProposalDraft): HandoverWords {
  switch (handover) {
    case 'commit':
      return {
        question: 'Commit this?',
        action: `Commit to ${branch}`,
        what: `It goes to the branch ${branch} of`,
      };
    case 'pull-request':
      return {
        question: 'Open a pull request?',
        action: 'Open a pull request',
        what: `It goes to a new branch, for somebody to merge into ${branch} of`,
      };
    default:
      return handover satisfies never;
  }
}

/** The repository, as people call it. */
export function repositoryName({ repositoryUrl }: ProposalDraft): string {
  return new URL(repositoryUrl).pathname.slice(1);
}

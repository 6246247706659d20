import type { ProposalDraft } from '@atrium/common';
import { t } from '../../translation';

/** How a file is handed over, in words. */
export interface HandoverWords {
  question: string;
  action: string;
  what: string;
}

/** What handing over means for a repository. */
export function handoverWords(draft: ProposalDraft): HandoverWords {
  const { handover, branch } = draft;
  const repository = repositoryName(draft);
  switch (handover) {
    case 'commit':
      return {
        question: t('handoverWords.commitThis'),
        action: t('handoverWords.commitTo', { branch }),
        what: t('handoverWords.commitGoesTo', { branch, repository }),
      };
    case 'pull-request':
      return {
        question: t('handoverWords.openAPullRequest'),
        action: t('handoverWords.openAPullRequest2'),
        what: t('handoverWords.pullRequestGoesTo', { branch, repository }),
      };
    default:
      return handover satisfies never;
  }
}

/** The repository, as people call it. */
export function repositoryName({ repositoryUrl }: ProposalDraft): string {
  return new URL(repositoryUrl).pathname.slice(1);
}

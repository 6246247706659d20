import type { Proposal, ProposalDraft } from '@atrium/common';
import { t } from '../../translation';

/** Where a change goes, and how. */
export type HandoverPlace = Pick<
  ProposalDraft,
  'branch' | 'handover' | 'repositoryUrl'
>;

/** How a file is handed over, in words. */
export interface HandoverWords {
  question: string;
  action: string;
  what: string;
}

/** What handing over means for a repository. */
export function handoverWords(draft: HandoverPlace): HandoverWords {
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
export function repositoryName({
  repositoryUrl,
}: Pick<HandoverPlace, 'repositoryUrl'>): string {
  return new URL(repositoryUrl).pathname.slice(1);
}

/** That a repository takes nothing from whoever asks, and whom to ask. */
export function refusalWords(draft: HandoverPlace): string {
  return t('fileWorkbench.youMayNotWriteThere', {
    repository: repositoryName(draft),
  });
}

/** What became of a change. */
export function handedOverTitle({ handover }: Proposal): string {
  return handover === 'commit'
    ? t('handedOver.itIsInTheRepository')
    : t('handedOver.itWaitsForAReview');
}

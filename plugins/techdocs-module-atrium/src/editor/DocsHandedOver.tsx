import type { Proposal } from '@atrium/common';
import type { DocsProposalSubject } from '@atrium/plugin-techdocs-common';
import { HandedOver } from '@atrium/ui/editor';
import { useIsPublished } from '../api/docsReaderHooks';
import { t } from '../translation';

interface DocsHandedOverProps {
  proposal: Proposal;
  subject: DocsProposalSubject;
  /** Where the page is read. */
  href: string;
}

/** Says where a page is that was handed over, and when readers see it. */
export function DocsHandedOver(props: DocsHandedOverProps) {
  const { proposal, subject, href } = props;
  const isRead = useIsPublished(subject.entityRef, proposal);
  return (
    <HandedOver
      proposal={proposal}
      isRead={isRead}
      waitWords={t('docsHandedOver.readersSeeItWithinTwo')}
      readWords={t('docsHandedOver.readersSeeItNow')}
      next={{ label: t('docsHandedOver.showThePage'), href }}
    />
  );
}

import type { Proposal } from '@atrium/common';
import type { DocsProposalSubject } from '@atrium/plugin-techdocs-common';
import { HandedOver } from '@atrium/ui/editor';
import { useIsPublished } from '../api/docsReaderHooks';

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
      waitWords="Readers see it within two minutes."
      readWords="Readers see it now."
      next={{ label: 'Show the page', href }}
    />
  );
}

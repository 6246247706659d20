import { useState } from 'react';
import { z } from 'zod';
import { entityRefSchema, type Proposal } from '@atrium/common';
import {
  type DocsProposalDraft,
  type DocsProposalSubject,
} from '@atrium/plugin-techdocs-common';
import {
  BackLink,
  EmptyState,
  PageBody,
  QueryState,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import { useDocsDraft } from '../api/docsReaderHooks';
import { t } from '../translation';
import { usePageHref } from '../usePageHref';
import { DocsHandedOver } from './DocsHandedOver';
import { DocsWorkbench } from './DocsWorkbench';
import styles from './editor.module.css';

const addressSchema = z.object({
  entity: entityRefSchema.optional().catch(undefined),
  page: z.string().optional(),
});

/** Writes the page of the address, or the first page of an entity. */
export function EditDocsPage() {
  const [{ entity, page }] = useAddressState(addressSchema);
  return (
    <PageBody>
      {entity === undefined ? (
        <EmptyState
          title={t('editDocsPage.whichPage')}
          description={t('editDocsPage.openAPageOfThe')}
        />
      ) : (
        <Editor
          key={`${entity} ${page}`}
          subject={{ entityRef: entity, page }}
        />
      )}
    </PageBody>
  );
}

function Editor({ subject }: { subject: DocsProposalSubject }) {
  const draft = useDocsDraft(subject);
  const [proposal, setProposal] = useState<Proposal>();
  const pageHref = usePageHref();
  const isNew = subject.page === undefined;
  const back = isNew
    ? entityHref(subject.entityRef)
    : pageHref(subject.entityRef, draft.data?.path);
  return (
    <div className={styles.page}>
      <BackLink href={back}>
        {isNew
          ? t('editDocsPage.backToTheDocsTab')
          : t('editDocsPage.backToThePage')}
      </BackLink>
      <QueryState query={draft} loading={<ViewSkeleton height={480} />}>
        {(data: DocsProposalDraft) =>
          proposal ? (
            <DocsHandedOver
              proposal={proposal}
              subject={subject}
              href={pageHref(subject.entityRef, data.path)}
            />
          ) : (
            <DocsWorkbench
              draft={data}
              subject={subject}
              onHandedOver={setProposal}
            />
          )
        }
      </QueryState>
    </div>
  );
}

/** The tab of an entity that says how to document it. */
function entityHref(entityRef: string): string {
  const [kind, rest] = entityRef.split(':');
  const [namespace, name] = rest.split('/');
  return `/catalog/${namespace}/${kind}/${name}/docs`;
}

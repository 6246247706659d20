import { RiArticleLine } from '@remixicon/react';
import { z } from 'zod';
import { entityRefSchema } from '@atrium/common';
import {
  BackLink,
  EmptyState,
  PageBody,
  QueryState,
  Section,
  useAddressState,
  useEntityTitles,
  ViewSkeleton,
} from '@atrium/ui';
import { useFeedback } from '../api/docsReaderHooks';
import { t } from '../translation';
import { usePageHref } from '../usePageHref';
import { FeedbackComments } from './FeedbackComments';
import { FeedbackTable } from './FeedbackTable';
import styles from './FeedbackPage.module.css';

const addressSchema = z.object({
  entity: entityRefSchema.optional().catch(undefined),
});

/** What readers said of the documentation of an entity, for its owners. */
export function FeedbackPage() {
  const [{ entity }] = useAddressState(addressSchema);
  return (
    <PageBody>
      {entity === undefined ? (
        <EmptyState
          icon={<RiArticleLine />}
          title={t('feedbackPage.feedbackOnWhichDocumentation')}
          description={t('feedbackPage.openAPageThatYour')}
        />
      ) : (
        <Feedback entityRef={entity} />
      )}
    </PageBody>
  );
}

function Feedback({ entityRef }: { entityRef: string }) {
  const feedback = useFeedback(entityRef);
  const titles = useEntityTitles([entityRef]);
  const pageHref = usePageHref();
  const title = titles.get(entityRef) ?? entityRef;
  return (
    <div className={styles.page}>
      <BackLink href={pageHref(entityRef)}>{title}</BackLink>
      <QueryState
        query={feedback}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            icon={<RiArticleLine />}
            title={t('feedbackPage.noFeedbackYet')}
            description={t('feedbackPage.readersAnswerWasThisPage')}
          />
        }
        loading={<ViewSkeleton height={320} />}
      >
        {({ items }) => (
          <>
            <Section title={t('feedbackPage.feedbackOn', { title })}>
              <FeedbackTable
                pages={items}
                hrefOf={path => pageHref(entityRef, path)}
              />
            </Section>
            <FeedbackComments
              entityRef={entityRef}
              hrefOf={path => pageHref(entityRef, path)}
            />
          </>
        )}
      </QueryState>
    </div>
  );
}

import { Button, Link } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryState,
  RelativeTime,
  Section,
  StatusBadge,
  ViewSkeleton,
} from '@atrium/ui';
import { useFeedbackComments } from '../api/docsReaderHooks';
import { t } from '../translation';
import { pageName } from './FeedbackTable';
import styles from './FeedbackPage.module.css';

interface FeedbackCommentsProps {
  entityRef: string;
  hrefOf(path: string): string;
}

/** What readers said in words, newest first. */
export function FeedbackComments(props: FeedbackCommentsProps) {
  const { entityRef, hrefOf } = props;
  const comments = useFeedbackComments(entityRef);
  return (
    <Section title={t('feedbackComments.comments')}>
      <QueryState
        query={comments}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={t('feedbackComments.nobodyHasLeftAComment')} />
        }
        loading={<ViewSkeleton height={160} />}
      >
        {({ items }) => (
          <ul className={styles.comments}>
            {items.map(item => (
              <li key={item.id} className={styles.comment}>
                <p className={styles.text}>{item.comment}</p>
                <p className={styles.facts}>
                  <StatusBadge status={item.isHelpful ? 'good' : 'bad'}>
                    {item.isHelpful
                      ? t('feedbackComments.helpful')
                      : t('feedbackComments.notHelpful')}
                  </StatusBadge>
                  <EntityRefLink entityRef={item.authorRef} hideIcon />
                  <span>
                    {t('feedbackComments.on', {
                      page: (
                        <Link href={hrefOf(item.path)}>
                          {pageName(item.path)}
                        </Link>
                      ),
                    })}
                  </span>
                  <RelativeTime instant={item.answeredAt} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </QueryState>
      {comments.hasNextPage && (
        <Button
          variant="secondary"
          size="small"
          isPending={comments.isFetchingNextPage}
          onPress={() => comments.fetchNextPage()}
        >
          {t('feedbackComments.showMore')}
        </Button>
      )}
    </Section>
  );
}

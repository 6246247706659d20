import { Button, Link, Skeleton } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryState,
  RelativeTime,
  Section,
  StatusBadge,
} from '@atrium/ui';
import { useFeedbackComments } from '../api/docsReaderHooks';
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
    <Section title="Comments">
      <QueryState
        query={comments}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title="Nobody has left a comment yet" />}
        loading={<Skeleton width="100%" height={160} />}
      >
        {({ items }) => (
          <ul className={styles.comments}>
            {items.map(item => (
              <li key={item.id} className={styles.comment}>
                <p className={styles.text}>{item.comment}</p>
                <p className={styles.facts}>
                  <StatusBadge status={item.isHelpful ? 'good' : 'bad'}>
                    {item.isHelpful ? 'Helpful' : 'Not helpful'}
                  </StatusBadge>
                  <EntityRefLink entityRef={item.authorRef} hideIcon />
                  <span>
                    on{' '}
                    <Link href={hrefOf(item.path)}>{pageName(item.path)}</Link>
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
          Show more
        </Button>
      )}
    </Section>
  );
}

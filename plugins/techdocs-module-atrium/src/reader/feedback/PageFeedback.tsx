import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Link, useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import {
  docsFeedbackReadPermission,
  MAX_COMMENT_LENGTH,
  type FeedbackPageQuery,
  toPagePath,
} from '@atrium/plugin-techdocs-common';
import { errorMessage } from '@atrium/ui';
import { useGiveFeedback, useOwnFeedback } from '../../api/docsReaderHooks';
import { feedbackHref } from '../../docsAddresses';
import { t } from '../../translation';
import { type Placement, useMountPoint } from '../useMountPoint';

const atEnd: Placement = (article, element) => article.append(element);

/** Asks at the end of a page whether it was helpful. */
export function PageFeedback() {
  const { '*': path = '' } = useParams();
  const { entityRef } = useTechDocsReaderPage();
  const place = useMountPoint(atEnd);
  if (!place) {
    return null;
  }
  const page = {
    entityRef: stringifyEntityRef(entityRef),
    path: toPagePath(path),
  };
  return createPortal(
    <Question key={`${page.entityRef} ${page.path}`} page={page} />,
    place,
  );
}

function Question({ page }: { page: FeedbackPageQuery }) {
  const { data, isError } = useOwnFeedback(page);
  const give = useGiveFeedback();
  const [comment, setComment] = useState<string>();
  // What was answered last counts, whatever is still on its way.
  const answer = give.data?.answer ?? data?.answer;
  const text = comment ?? answer?.comment ?? '';
  if (isError || !data) {
    return null;
  }
  const isSaved =
    answer !== undefined && text.trim() === (answer.comment ?? '');
  const choose = (isHelpful: boolean) =>
    give.mutate({ ...page, isHelpful, comment: text });
  return (
    <section
      className="atrium-feedback"
      aria-label={t('pageFeedback.feedback')}
    >
      <div className="atrium-feedback__question">
        <span id="atrium-feedback-question">
          {t('pageFeedback.wasThisPageHelpful')}
        </span>
        <span role="group" aria-labelledby="atrium-feedback-question">
          {[true, false].map(isHelpful => (
            <button
              key={String(isHelpful)}
              type="button"
              aria-pressed={answer?.isHelpful === isHelpful}
              disabled={give.isPending}
              onClick={() => choose(isHelpful)}
            >
              {isHelpful ? t('pageFeedback.yes') : t('pageFeedback.no')}
            </button>
          ))}
        </span>
        <OwnerLink entityRef={page.entityRef} />
      </div>
      {answer && (
        <form
          className="atrium-feedback__comment"
          onSubmit={event => {
            event.preventDefault();
            choose(answer.isHelpful);
          }}
        >
          <label htmlFor="atrium-feedback-comment">
            {answer.isHelpful
              ? t('pageFeedback.whatHelpedOptional')
              : t('pageFeedback.whatIsMissingOrWrong')}
          </label>
          <textarea
            id="atrium-feedback-comment"
            rows={3}
            maxLength={MAX_COMMENT_LENGTH}
            value={text}
            onChange={event => setComment(event.target.value)}
          />
          <div>
            <button type="submit" disabled={isSaved || give.isPending}>
              {t('pageFeedback.sendComment')}
            </button>
            <span>{t('pageFeedback.theOwnersOfThisPage')}</span>
          </div>
        </form>
      )}
      <p role="status" className="atrium-feedback__status">
        {statusOf({ error: give.error, isSaved, isGiven: give.isSuccess })}
      </p>
    </section>
  );
}

/** Where the owner reads what was answered. */
function OwnerLink({ entityRef }: { entityRef: string }) {
  const { allowed } = usePermission({
    permission: docsFeedbackReadPermission,
    resourceRef: entityRef,
  });
  return allowed ? (
    <Link className="atrium-feedback__owner" to={feedbackHref(entityRef)}>
      {t('pageFeedback.seeAllFeedback')}
    </Link>
  ) : null;
}

function statusOf(state: {
  error: Error | null;
  isSaved: boolean;
  isGiven: boolean;
}): string {
  if (state.error) {
    return t('pageFeedback.yourAnswerWasNotSaved', {
      error: errorMessage(state.error),
    });
  }
  return state.isGiven && state.isSaved
    ? t('pageFeedback.thankYouYourAnswerIs')
    : '';
}

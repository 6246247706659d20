import { type ReactNode, useEffect, useId, useRef } from 'react';
import { ButtonLink } from '@backstage/ui';
import type { Proposal } from '@atrium/common';
import { SafeLink } from '../../layout/SafeLink';
import { t } from '../../translation';
import textStyles from '../../layout/text.module.css';
import { StatusBadge } from '../../status/StatusBadge';
import styles from './handover.module.css';

/** Props of {@link HandedOver}. */
export interface HandedOverProps {
  proposal: Proposal;
  /** Whether the portal has read what was committed. */
  isRead: boolean;
  /** How long that takes. Default: seconds. */
  waitWords?: ReactNode;
  /** What follows from that: `The portal has it, and judges it from now on.` */
  readWords: ReactNode;
  /** Where to go on: `Show the SLOs`. */
  next: { label: string; href: string };
}

/** Says where a file is that was handed over, and when the portal has it. */
export function HandedOver(props: HandedOverProps) {
  const { proposal, isRead, readWords, next } = props;
  const { waitWords = t('handedOver.thePortalReadsItWithin') } = props;
  const { handover, url, commit } = proposal;
  const isCommit = handover === 'commit';
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone; a screen reader begins here.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.done} aria-labelledby={titleId}>
      <h2 id={titleId} ref={title} tabIndex={-1} className={textStyles.title}>
        {isCommit
          ? t('handedOver.itIsInTheRepository')
          : t('handedOver.itWaitsForAReview')}
      </h2>
      <p className={textStyles.text}>
        {isCommit ? (
          <>
            {t('handedOver.commitWasMadeInYour', {
              link: <SafeLink href={url}>{commit.slice(0, 7)}</SafeLink>,
            })}
          </>
        ) : (
          <>
            {t('handedOver.theWasOpenedInYour', {
              link: (
                <SafeLink href={url}>{t('handedOver.pullRequest')}</SafeLink>
              ),
            })}
          </>
        )}
      </p>
      {isCommit && (
        <p role="status" className={textStyles.line}>
          {isRead ? (
            <>
              <StatusBadge status="good">{t('handedOver.read')}</StatusBadge>{' '}
              {readWords}
            </>
          ) : (
            <>
              <StatusBadge status="unknown">
                {t('handedOver.waiting')}
              </StatusBadge>{' '}
              {waitWords}
            </>
          )}
        </p>
      )}
      <div>
        <ButtonLink variant="primary" href={next.href}>
          {next.label}
        </ButtonLink>
      </div>
    </section>
  );
}

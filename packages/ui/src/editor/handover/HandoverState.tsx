import type { ReactNode } from 'react';
import type { Proposal } from '@atrium/common';
import { SafeLink } from '../../layout/SafeLink';
import textStyles from '../../layout/text.module.css';
import { StatusBadge } from '../../status/StatusBadge';
import { t } from '../../translation';

/** Props of {@link HandoverState}. */
export interface HandoverStateProps {
  proposal: Proposal;
  /** Whether the portal has read what was committed. */
  isRead: boolean;
  /** How long that takes. Default: seconds. */
  waitWords?: ReactNode;
  /** What follows from that: `The portal has it, and judges it from now on.` */
  readWords: ReactNode;
}

/** Says where a change is, and whether the portal has read it. */
export function HandoverState(props: HandoverStateProps) {
  const { proposal, isRead, readWords } = props;
  const { waitWords = t('handedOver.thePortalReadsItWithin') } = props;
  const { commit, handover, url } = proposal;
  if (handover === 'pull-request') {
    return (
      <p className={textStyles.text}>
        {t('handedOver.theWasOpenedInYour', {
          link: <SafeLink href={url}>{t('handedOver.pullRequest')}</SafeLink>,
        })}
      </p>
    );
  }
  return (
    <>
      <p className={textStyles.text}>
        {t('handedOver.commitWasMadeInYour', {
          link: <SafeLink href={url}>{commit.slice(0, 7)}</SafeLink>,
        })}
      </p>
      <p role="status" className={textStyles.line}>
        {isRead ? (
          <>
            <StatusBadge status="good">{t('handedOver.read')}</StatusBadge>{' '}
            {readWords}
          </>
        ) : (
          <>
            <StatusBadge status="running">
              {t('handedOver.waiting')}
            </StatusBadge>{' '}
            {waitWords}
          </>
        )}
      </p>
    </>
  );
}

import { useEffect, useRef } from 'react';
import { ButtonLink } from '@backstage/ui';
import { SafeLink, StatusBadge, textStyles } from '@atrium/ui';
import type { SloProposal } from '@atrium/plugin-slo-common';
import { useSloAppearance } from '../../../hooks/useSloAppearance';
import styles from './handover.module.css';

/** Props of {@link HandedOver}. */
export interface HandedOverProps {
  entityRef: string;
  proposal: SloProposal;
  /** The SLOs of the entity. */
  backHref: string;
}

/** Says where the SLO is now, and when the portal has it. */
export function HandedOver(props: HandedOverProps) {
  const { entityRef, proposal, backHref } = props;
  const { handover, url, commit } = proposal;
  const { isThere } = useSloAppearance(entityRef, proposal);
  const isCommit = handover === 'commit';
  const title = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone; a screen reader begins here.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.done} aria-labelledby="slo-handed-over">
      <h2
        id="slo-handed-over"
        ref={title}
        tabIndex={-1}
        className={textStyles.title}
      >
        {isCommit ? 'It is in the repository' : 'It waits for a review'}
      </h2>
      <p className={textStyles.text}>
        {isCommit ? (
          <>
            Commit <SafeLink href={url}>{commit.slice(0, 7)}</SafeLink> was made
            in your name.
          </>
        ) : (
          <>
            The <SafeLink href={url}>pull request</SafeLink> was opened in your
            name. Once it is merged, the portal reads it within seconds.
          </>
        )}
      </p>
      {isCommit && (
        <p role="status" className={textStyles.line}>
          {isThere ? (
            <>
              <StatusBadge status="good">Read</StatusBadge> The portal has it,
              and judges it with the next evaluation.
            </>
          ) : (
            <>
              <StatusBadge status="unknown">Waiting</StatusBadge> The portal
              reads it within seconds.
            </>
          )}
        </p>
      )}
      <div>
        <ButtonLink variant="primary" href={backHref}>
          Show the SLOs
        </ButtonLink>
      </div>
    </section>
  );
}

import { useEffect, useId, useRef } from 'react';
import { ButtonLink } from '@backstage/ui';
import textStyles from '../../layout/text.module.css';
import { HandoverState, type HandoverStateProps } from './HandoverState';
import { handedOverTitle } from './handoverWords';
import styles from './handover.module.css';

/** Props of {@link HandedOver}. */
export interface HandedOverProps extends HandoverStateProps {
  /** Where to go on: `Show the SLOs`. */
  next: { label: string; href: string };
}

/** Says where a file is that was handed over, and when the portal has it. */
export function HandedOver({ next, ...state }: HandedOverProps) {
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone; a screen reader begins here.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.done} aria-labelledby={titleId}>
      <h2 id={titleId} ref={title} tabIndex={-1} className={textStyles.title}>
        {handedOverTitle(state.proposal)}
      </h2>
      <HandoverState {...state} />
      <div>
        <ButtonLink variant="primary" href={next.href}>
          {next.label}
        </ButtonLink>
      </div>
    </section>
  );
}

import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiFileAddLine } from '@remixicon/react';
import type {
  CheckResult,
  EntityResult,
} from '@atrium/plugin-scorecard-common';
import { formatDate, formatDay, textStyles } from '@atrium/ui';
import { useFixRight } from '../../hooks/useFix';
import { Markdown } from '@atrium/ui/markdown';
import { t } from '../../translation';
import { CheckExemption } from './CheckExemption';
import { ConfirmOwnership } from './ConfirmOwnership';
import { EvidenceTable } from './EvidenceTable';
import { FixDialog } from './FixDialog';
import styles from './CheckItem.module.css';

/** Props of {@link CheckDetails}. */
export interface CheckDetailsProps {
  result: EntityResult;
  check: CheckResult;
  /** Whether the check is among the next steps, too, and this is another list. */
  isListedAbove: boolean;
}

/** Why a check has its outcome, how to pass it, and what can be asked. */
export function CheckDetails(props: CheckDetailsProps) {
  const { result, check, isListedAbove } = props;
  const { title, description, reason, outcome, fix, evidence = [] } = check;
  const { isCounted, countsFrom, since } = check;
  const right = useFixRight(result.entityRef);
  const [isFixing, setIsFixing] = useState(false);
  const isToDo = outcome === 'fail' || outcome === 'unknown';
  return (
    <div className={styles.details}>
      {description && <Markdown text={description} />}
      <p className={textStyles.muted}>
        {t('checkDetails.sinceWeight', {
          since: formatDate(since),
          weight: check.weight,
        })}{' '}
        {!isCounted &&
          (countsFrom
            ? t('checkDetails.announcedFrom', { day: formatDay(countsFrom) })
            : t('checkDetails.announced'))}
      </p>
      {reason && <p className={textStyles.text}>{reason}</p>}
      {evidence.length > 0 && (
        <EvidenceTable title={title} evidence={evidence} />
      )}
      {isToDo && fix && (
        <div className={styles.fix}>
          <h4 className={styles.fixTitle}>{t('checkDetails.howToPass')}</h4>
          <Markdown text={fix.text} />
        </div>
      )}
      {isToDo && (
        <div className={styles.actions}>
          {fix?.file && right.isAllowed && (
            <Button
              variant="primary"
              size="small"
              iconStart={<RiFileAddLine />}
              onPress={() => setIsFixing(true)}
            >
              {t('checkDetails.proposeThisFile')}
            </Button>
          )}
          {fix?.file && !right.isPending && !right.isAllowed && (
            <span className={textStyles.muted}>
              {t('checkDetails.itsOwnersCanProposeFrom', { file: fix.file })}
            </span>
          )}
          {evidence.some(({ fact }) => fact.startsWith('ownership.')) && (
            <ConfirmOwnership entityRef={result.entityRef} />
          )}
        </div>
      )}
      <CheckExemption
        result={result}
        check={check}
        isListedAbove={isListedAbove}
      />
      {isFixing && (
        <FixDialog
          query={{
            entityRef: result.entityRef,
            scorecard: result.scorecard,
            check: check.check,
          }}
          onClose={() => setIsFixing(false)}
        />
      )}
    </div>
  );
}

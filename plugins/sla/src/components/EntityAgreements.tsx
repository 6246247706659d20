import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { ErrorState, Section, textStyles } from '@atrium/ui';
import { type AgreementSummary } from '@atrium/plugin-sla-common';
import { formatSli, formatTarget } from '@atrium/plugin-slo-common';
import { useAgreementRights, useAgreements } from '../hooks/useAgreements';
import { useEntitySlos, useMeasureTitles } from '../hooks/useSlos';
import { t } from '../translation';
import { creditWords } from '../words/agreementWords';
import { AgreementDialog } from './form/AgreementDialog';
import { AgreementLink } from './AgreementLink';
import { MonthLink } from './MonthLink';
import { MonthVerdict } from './month/MonthVerdict';
import styles from './EntityAgreements.module.css';

/**
 * What customers of an entity were promised; nothing where there is none and
 * one may make none.
 */
export function EntityAgreements() {
  const entityRef = stringifyEntityRef(useEntity().entity);
  const slos = useEntitySlos(entityRef).data?.items ?? [];
  const { data, error, refetch } = useAgreements({ entityRef });
  const { canUpdate } = useAgreementRights(entityRef);
  const [isOpen, setIsOpen] = useState(false);
  if (!data) {
    return error ? (
      <Section title={t('entityAgreements.agreementsWithCustomers')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Section>
    ) : null;
  }
  if (data.items.length === 0 && !canUpdate) {
    return null;
  }
  return (
    <Section
      title={t('entityAgreements.agreementsWithCustomers')}
      tools={
        canUpdate &&
        slos.length > 0 && (
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine />}
            onPress={() => setIsOpen(true)}
          >
            {t('entityAgreements.newAgreement')}
          </Button>
        )
      }
    >
      {data.items.length === 0 ? (
        <p className={textStyles.muted}>
          {t('entityAgreements.noneYetAnAgreementHolds')}
        </p>
      ) : (
        <ul
          className={styles.agreements}
          aria-label={t('entityAgreements.agreements')}
        >
          {data.items.map(agreement => (
            <li key={agreement.id} className={styles.agreement}>
              <AgreementLine agreement={agreement} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <AgreementDialog slos={slos} onClose={() => setIsOpen(false)} />
      )}
    </Section>
  );
}

function AgreementLine({ agreement }: { agreement: AgreementSummary }) {
  const { id, target, latest } = agreement;
  const measureTitle = useMeasureTitles([agreement]);
  const month = latest && <MonthLink agreementId={id} month={latest.month} />;
  return (
    <>
      <span>
        <AgreementLink agreement={agreement} />
        <span className={textStyles.muted}>
          {' '}
          · {measureTitle(agreement)}, {formatTarget(target)}
        </span>
      </span>
      {latest && month && (
        <span className={textStyles.line}>
          <MonthVerdict report={latest} />
          <span className={textStyles.muted}>
            {latest.sli === undefined
              ? month
              : t('entityAgreements.sliIn', {
                  sli: formatSli(latest.sli, target),
                  month,
                })}
            {latest.creditPercent > 0 &&
              t('entityAgreements.credit', {
                credit: creditWords(latest.creditPercent),
              })}
          </span>
        </span>
      )}
    </>
  );
}

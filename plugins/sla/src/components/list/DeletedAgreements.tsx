import { Section, textStyles } from '@atrium/ui';
import { useAgreements } from '../../hooks/useAgreements';
import { t } from '../../translation';
import { AgreementLink } from '../AgreementLink';
import { MonthLink } from '../MonthLink';
import styles from './AgreementList.module.css';

/** Props of {@link DeletedAgreements}. */
export interface DeletedAgreementsProps {
  ownerRef?: string;
  systemRef?: string;
}

/** Agreements that were deleted, whose closed months stay; nothing without. */
export function DeletedAgreements(props: DeletedAgreementsProps) {
  const { data } = useAgreements({ ...props, state: 'removed' });
  return data && data.items.length > 0 ? (
    <Section title={t('deletedAgreements.deletedAgreements')}>
      <ul
        className={styles.deleted}
        aria-label={t('deletedAgreements.deletedAgreements')}
      >
        {data.items.map(agreement => (
          <li key={agreement.id}>
            <AgreementLink agreement={agreement} />
            {agreement.lastClosedMonth && (
              <span className={textStyles.muted}>
                {' · '}
                {t('deletedAgreements.closedUntil', {
                  month: (
                    <MonthLink
                      agreementId={agreement.id}
                      month={agreement.lastClosedMonth}
                    />
                  ),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  ) : null;
}

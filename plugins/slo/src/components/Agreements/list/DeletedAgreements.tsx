import { Section } from '@atrium/ui';
import { useContracts } from '../../../hooks/useContracts';
import { AgreementLink } from '../AgreementLink';
import { MonthLink } from '../MonthLink';
import shared from '../../shared/shared.module.css';
import styles from './AgreementList.module.css';

/** Props of {@link DeletedAgreements}. */
export interface DeletedAgreementsProps {
  ownerRef?: string;
  systemRef?: string;
}

/** Agreements that were deleted, whose closed months stay; nothing without. */
export function DeletedAgreements(props: DeletedAgreementsProps) {
  const { data } = useContracts({ ...props, state: 'removed' });
  return data && data.items.length > 0 ? (
    <Section title="Deleted agreements">
      <ul className={styles.deleted} aria-label="Deleted agreements">
        {data.items.map(contract => (
          <li key={contract.id}>
            <AgreementLink contract={contract} />
            {contract.lastClosedMonth && (
              <span className={shared.muted}>
                {' · closed until '}
                <MonthLink
                  contractId={contract.id}
                  month={contract.lastClosedMonth}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  ) : null;
}

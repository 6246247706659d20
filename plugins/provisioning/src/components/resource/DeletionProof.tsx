import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import {
  FactList,
  formatDateTime,
  readField,
  readList,
  Section,
} from '@atrium/ui';
import { t } from '../../translation';
import styles from './resource.module.css';

/** That a resource is gone: what was removed, checked when, by whom. */
export function DeletionProof(props: {
  proof: NonNullable<ResourceDetails['proof']>;
}) {
  const { proof } = props;
  const { checkedAbsentAt, deletedBy } = proof;
  return (
    <Section title={t('deletionProof.proofOfDeletion')}>
      <div className={styles.facts}>
        <FactList
          facts={[
            {
              term: t('deletionProof.removed'),
              value: (
                <ul className={styles.differences}>
                  {readList(proof, 'removed').map(item => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              ),
            },
            {
              term: t('deletionProof.checkedAbsent'),
              value: formatDateTime(checkedAbsentAt),
            },
            {
              term: t('deletionProof.deletedBy'),
              value: deletedBy ? (
                <EntityRefLink entityRef={deletedBy} hideIcon />
              ) : (
                t('deletionProof.thePortalSinceItsLease')
              ),
            },
            {
              term: t('deletionProof.snapshot'),
              value: readField(proof, 'snapshot'),
            },
          ]}
        />
      </div>
    </Section>
  );
}

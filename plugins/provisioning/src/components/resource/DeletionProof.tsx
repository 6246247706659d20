import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import { FactList, formatDateTime, Section } from '@atrium/ui';
import styles from './resource.module.css';

/** That a resource is gone: what was removed, checked when, by whom. */
export function DeletionProof(props: {
  proof: NonNullable<ResourceDetails['proof']>;
}) {
  const { removed, checkedAbsentAt, deletedBy, snapshot } = props.proof;
  return (
    <Section title="Proof of deletion">
      <div className={styles.facts}>
        <FactList
          facts={[
            {
              term: 'Removed',
              value: (
                <ul className={styles.differences}>
                  {removed.map(item => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              ),
            },
            { term: 'Checked absent', value: formatDateTime(checkedAbsentAt) },
            {
              term: 'Deleted by',
              value: deletedBy ? (
                <EntityRefLink entityRef={deletedBy} hideIcon />
              ) : (
                'The portal, since its lease was over'
              ),
            },
            { term: 'Snapshot', value: snapshot },
          ]}
        />
      </div>
    </Section>
  );
}

import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import type {
  CredentialReference,
  ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import { CopyButton, formatDateTime, textStyles } from '@atrium/ui';
import { useTypes } from '../../hooks/useTypes';
import { t } from '../../translation';
import { outputTitle } from '../../words/outputTitle';
import { CredentialsDialog } from './CredentialsDialog';
import styles from './resource.module.css';

/** Where the secrets of a resource are; never the secrets. */
export function CredentialList({ resource }: { resource: ResourceDetails }) {
  const { credentials, allowed } = resource;
  const type = useTypes().get(resource.type);
  const [isShown, setIsShown] = useState(false);
  const current = credentials.toSorted(
    (a, b) => b.generation - a.generation,
  )[0];
  return (
    <div className={styles.credential}>
      <div>
        <div>
          {current.outputs.map(name => outputTitle(type, name)).join(', ')}
        </div>
        <div className={textStyles.muted}>
          <Whereabouts credential={current} />
        </div>
      </div>
      {current.store === 'portal' && allowed.includes('take-credentials') && (
        <Button variant="primary" size="small" onPress={() => setIsShown(true)}>
          {t('credentialList.showOnce')}
        </Button>
      )}
      {isShown && (
        <CredentialsDialog
          resource={resource}
          onClose={() => setIsShown(false)}
        />
      )}
    </div>
  );
}

function Whereabouts({ credential }: { credential: CredentialReference }) {
  const { store, reference, takenBy, takenAt } = credential;
  switch (store) {
    case 'portal':
      return <>{t('credentialList.keptEncryptedUntilSomebodyTakes')}</>;
    case 'shown':
      return (
        <>
          {takenBy && takenAt
            ? t('credentialList.shownTo', {
                person: <EntityRefLink entityRef={takenBy} hideIcon />,
                takenAt: formatDateTime(takenAt),
              })
            : t('credentialList.shown')}{' '}
          {t('credentialList.rotateThemIfLost')}
        </>
      );
    case 'kubernetes':
    case 'file':
      return (
        <span className={textStyles.line}>
          {store === 'kubernetes'
            ? t('credentialList.inTheKubernetesSecret')
            : t('credentialList.inTheFile')}
          <code className={textStyles.mono}>{reference}</code>
          {reference && (
            <CopyButton
              name={t('credentialList.reference')}
              value={reference}
            />
          )}
        </span>
      );
    default:
      return store satisfies never;
  }
}

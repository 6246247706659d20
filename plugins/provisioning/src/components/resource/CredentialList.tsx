import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import type {
  CredentialReference,
  ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import { CopyButton, formatDateTime, textStyles } from '@atrium/ui';
import { useTypes } from '../../hooks/useTypes';
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
          Show once
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
      return <>Kept encrypted until somebody takes them, once.</>;
    case 'shown':
      return (
        <>
          Shown
          {takenBy && (
            <>
              {' to '}
              <EntityRefLink entityRef={takenBy} hideIcon />
            </>
          )}
          {takenAt && ` on ${formatDateTime(takenAt)}`}; the portal does not
          have them any more. Rotate them if they are lost.
        </>
      );
    case 'kubernetes':
    case 'file':
      return (
        <span className={textStyles.line}>
          {store === 'kubernetes' ? 'In the Kubernetes Secret' : 'In the file'}
          <code className={textStyles.mono}>{reference}</code>
          {reference && <CopyButton name="reference" value={reference} />}
        </span>
      );
    default:
      return store satisfies never;
  }
}

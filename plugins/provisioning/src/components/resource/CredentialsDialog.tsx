import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import { errorMessage, textStyles } from '@atrium/ui';
import { useTakeCredentials } from '../../hooks/useTakeCredentials';
import { useTypes } from '../../hooks/useTypes';
import { ValueList } from '../shared/ValueList';
import styles from './resource.module.css';

/** Props of {@link CredentialsDialog}. */
export interface CredentialsDialogProps {
  resource: ResourceDetails;
  onClose(): void;
}

/** Shows the credentials of a resource, once; closed, they are forgotten. */
export function CredentialsDialog(props: CredentialsDialogProps) {
  const { resource, onClose } = props;
  const type = useTypes().get(resource.type);
  const { credentials, error, isPending, take } = useTakeCredentials(
    resource.id,
  );
  return (
    <Dialog
      isOpen
      // A click beside the dialog must not lose what cannot be shown again.
      isDismissable={!credentials}
      onOpenChange={isOpen => !isOpen && onClose()}
      width={640}
    >
      <DialogHeader>Credentials of {resource.name}</DialogHeader>
      <DialogBody>
        <div className={styles.column}>
          {credentials ? (
            <>
              <Alert
                status="warning"
                icon
                title="This is the only time they are shown"
                description="Copy them to a safe place now. Once you close this, the portal does not have them any more."
              />
              <ValueList
                label="Credentials"
                values={credentials.outputs}
                type={type}
              />
            </>
          ) : (
            <p className={textStyles.text}>
              They are shown once and then deleted from the portal. Have a place
              ready to put them, such as your password manager. Whoever needs
              them later has to rotate them.
            </p>
          )}
          {error && (
            <p role="alert" className={textStyles.bad}>
              They could not be shown: {errorMessage(error)}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {credentials ? 'I have copied them' : 'Cancel'}
        </Button>
        {!credentials && (
          <Button variant="primary" isPending={isPending} onPress={take}>
            Show them now
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

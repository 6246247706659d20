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
import { t } from '../../translation';
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
  // What is under way or shown cannot be shown again: only a button leaves it,
  // neither Escape nor a click beside the dialog.
  const isTaking = isPending || credentials !== undefined;
  return (
    <Dialog
      isOpen
      isDismissable={!isTaking}
      isKeyboardDismissDisabled={isTaking}
      onOpenChange={isOpen => !isOpen && !isPending && onClose()}
      width={640}
    >
      <DialogHeader>
        {t('credentialsDialog.credentialsOf', { name: resource.name })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.column}>
          {credentials ? (
            <>
              <Alert
                status="warning"
                icon
                title={t('credentialsDialog.thisIsTheOnlyTime')}
                description={t('credentialsDialog.copyThemToASafe')}
              />
              <ValueList
                label={t('credentialsDialog.credentials')}
                values={credentials.outputs}
                type={type}
              />
            </>
          ) : (
            <p className={textStyles.text}>
              {t('credentialsDialog.theyAreShownOnceAnd')}
            </p>
          )}
          {error && (
            <p role="alert" className={textStyles.bad}>
              {t('credentialsDialog.theyCouldNotBeShown', {
                error: errorMessage(error),
              })}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={isPending} onPress={onClose}>
          {credentials
            ? t('credentialsDialog.iHaveCopiedThem')
            : t('credentialsDialog.cancel')}
        </Button>
        {!credentials && (
          <Button variant="primary" isPending={isPending} onPress={take}>
            {t('credentialsDialog.showThemNow')}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

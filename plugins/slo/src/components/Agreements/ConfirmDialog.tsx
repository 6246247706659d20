import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { errorMessage } from '@atrium/ui';
import shared from '../shared/shared.module.css';
import styles from './form/AgreementDialog.module.css';

/** Props of {@link ConfirmDialog}. */
export interface ConfirmDialogProps {
  title: string;
  /** What the button that does it says. */
  action: string;
  change: { isPending: boolean; error: Error | null };
  isDisabled?: boolean;
  onConfirm(): void;
  onClose(): void;
  children: ReactNode;
}

/** Asks once more before something that cannot be taken back lightly. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, action, change, isDisabled, onConfirm, onClose } = props;
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={520}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.form}>
          {props.children}
          {change.error && (
            <p role="alert" className={shared.bad}>
              Nothing was changed: {errorMessage(change.error)}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isDisabled={isDisabled}
          isPending={change.isPending}
          onPress={onConfirm}
        >
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

import { type FormEvent, type ReactNode, useId } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { errorMessage } from '../states/errorMessage';
import { t } from '../translation';
import styles from './ActionDialog.module.css';

/** Props of {@link ActionDialog}. */
export interface ActionDialogProps {
  title: ReactNode;
  /** What the button that does it says. */
  action: string;
  /** What the other one says. Default: Cancel. */
  cancel?: string;
  /** What did not happen, in front of the reason: `It was not saved`. */
  failure: string;
  /** How doing it goes; a mutation fits. */
  change: { isPending: boolean; error: Error | null };
  isDisabled?: boolean;
  /** In pixels. Default: 520. */
  width?: number;
  onConfirm(): void;
  onClose(): void;
  /** What is going to happen, and the fields that decide how. */
  children: ReactNode;
}

/**
 * Asks before something happens, and stays open with the reason if it cannot.
 *
 * @remarks It also stays open while it is done: whoever opened it is told by the
 * answer what has come of it, and would not hear it any more.
 */
export function ActionDialog(props: ActionDialogProps) {
  const {
    title,
    action,
    cancel = t('actionDialog.cancel'),
    failure,
    change,
  } = props;
  const { isDisabled, width = 520, onConfirm, onClose, children } = props;
  const { isPending } = change;
  const formId = useId();
  function submit(event: FormEvent) {
    event.preventDefault();
    // Enter in the only field of a form submits it whatever its button says.
    if (!isPending && !isDisabled) {
      onConfirm();
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && !isPending && onClose()}
      width={width}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form id={formId} className={styles.form} onSubmit={submit} noValidate>
          {children}
          {change.error && (
            <p role="alert" className={styles.failure}>
              {failure}: {errorMessage(change.error)}
            </p>
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" isDisabled={isPending} onPress={onClose}>
          {cancel}
        </Button>
        <Button
          variant="primary"
          type="submit"
          form={formId}
          isDisabled={isDisabled}
          isPending={isPending}
        >
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

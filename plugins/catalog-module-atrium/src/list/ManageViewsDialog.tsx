import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { SavedView } from '@atrium/plugin-entity-summary-common';
import { errorMessage, formatDate, textStyles } from '@atrium/ui';
import { useDeleteView } from '../hooks/useSavedViews';
import styles from './ManageViewsDialog.module.css';

/** Props of {@link ManageViewsDialog}. */
export interface ManageViewsDialogProps {
  views: SavedView[];
  /** What the teams are called that have views, by ref. */
  teamTitles: Map<string, string>;
  onClose(): void;
}

/** The views that a person has, to be deleted. */
export function ManageViewsDialog(props: ManageViewsDialogProps) {
  const { views, teamTitles, onClose } = props;
  const remove = useDeleteView();
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={520}>
      <DialogHeader>Saved views</DialogHeader>
      <DialogBody>
        {remove.error && (
          <p role="alert" className={textStyles.bad}>
            It was not deleted: {errorMessage(remove.error)}
          </p>
        )}
        {views.length === 0 && (
          <p className={textStyles.muted}>No view is saved.</p>
        )}
        <ul className={styles.list}>
          {views.map(({ id, title, teamRef, createdAt, canDelete }) => (
            <li key={id} className={styles.item}>
              <span className={styles.text}>
                <span className={styles.title}>{title}</span>
                <span className={textStyles.muted}>
                  {teamRef ? teamTitles.get(teamRef) ?? teamRef : 'Only you'},
                  saved {formatDate(createdAt)}
                </span>
              </span>
              {canDelete ? (
                <Button
                  variant="secondary"
                  size="small"
                  aria-label={`Delete ${title}`}
                  isPending={remove.isPending && remove.variables === id}
                  onPress={() => remove.mutate(id)}
                >
                  Delete
                </Button>
              ) : (
                <span className={textStyles.muted}>
                  Only members of the team can delete it
                </span>
              )}
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

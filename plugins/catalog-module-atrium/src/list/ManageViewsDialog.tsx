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
import { t } from '../translation';
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
      <DialogHeader>{t('manageViewsDialog.savedViews')}</DialogHeader>
      <DialogBody>
        {remove.error && (
          <p role="alert" className={textStyles.bad}>
            {t('manageViewsDialog.itWasNotDeleted', {
              error: errorMessage(remove.error),
            })}
          </p>
        )}
        {views.length === 0 && (
          <p className={textStyles.muted}>
            {t('manageViewsDialog.noViewIsSaved')}
          </p>
        )}
        <ul className={styles.list}>
          {views.map(({ id, title, teamRef, createdAt, canDelete }) => (
            <li key={id} className={styles.item}>
              <span className={styles.text}>
                <span className={styles.title}>{title}</span>
                <span className={textStyles.muted}>
                  {teamRef
                    ? teamTitles.get(teamRef) ?? teamRef
                    : t('manageViewsDialog.onlyYou')}
                  {t('manageViewsDialog.saved', {
                    createdAt: formatDate(createdAt),
                  })}
                </span>
              </span>
              {canDelete ? (
                <Button
                  variant="secondary"
                  size="small"
                  aria-label={t('manageViewsDialog.delete', { title })}
                  isPending={remove.isPending && remove.variables === id}
                  onPress={() => remove.mutate(id)}
                >
                  {t('manageViewsDialog.delete2')}
                </Button>
              ) : (
                <span className={textStyles.muted}>
                  {t('manageViewsDialog.onlyMembersOfTheTeam')}
                </span>
              )}
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={onClose}>
          {t('manageViewsDialog.done')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

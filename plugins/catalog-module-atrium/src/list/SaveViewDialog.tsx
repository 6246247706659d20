import { useState } from 'react';
import { Select, TextField } from '@backstage/ui';
import { ActionDialog } from '@atrium/ui';
import { saveViewSchema } from '@atrium/plugin-entity-summary-common';
import { useOwnTeams } from '../hooks/useOwnTeams';
import { useSaveView } from '../hooks/useSavedViews';
import { t } from '../translation';

const ONESELF = 'oneself';

/** Props of {@link SaveViewDialog}. */
export interface SaveViewDialogProps {
  /** What stands in the address. */
  query: string;
  onClose(): void;
}

/** Keeps the filters and the order of the list under a name. */
export function SaveViewDialog({ query, onClose }: SaveViewDialogProps) {
  const [title, setTitle] = useState('');
  const [reader, setReader] = useState(ONESELF);
  const teams = useOwnTeams();
  const save = useSaveView();
  const view = saveViewSchema.safeParse({
    title,
    query,
    teamRef: reader === ONESELF ? undefined : reader,
  });
  return (
    <ActionDialog
      title={t('saveViewDialog.saveThisView')}
      action={t('saveViewDialog.save')}
      failure={t('saveViewDialog.itWasNotSaved')}
      change={save}
      isDisabled={!view.success}
      onConfirm={() =>
        view.success && save.mutate(view.data, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <TextField
        label={t('saveViewDialog.name')}
        description={t('saveViewDialog.theKindTheSearchThe')}
        value={title}
        onChange={setTitle}
        maxLength={60}
      />
      <Select
        label={t('saveViewDialog.for')}
        options={[
          { value: ONESELF, label: t('saveViewDialog.onlyMe') },
          ...teams.map(({ ref, title: name }) => ({
            value: ref,
            label: t('saveViewDialog.allOf', { name }),
          })),
        ]}
        value={reader}
        onChange={chosen => setReader(String(chosen))}
      />
    </ActionDialog>
  );
}

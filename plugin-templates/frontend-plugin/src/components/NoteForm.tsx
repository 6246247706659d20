import { type FormEvent, useState } from 'react';
import { Alert, Button, TextAreaField } from '@backstage/ui';
import { useCreateNote } from '../hooks/notesHooks';
import { t } from '../translation';
import styles from './notes.module.css';

/** Props of {@link NoteForm}. */
export interface NoteFormProps {
  entityRef: string;
}

/** Writes a note about an entity. */
export function NoteForm({ entityRef }: NoteFormProps) {
  const [text, setText] = useState('');
  const creation = useCreateNote();
  const isBlank = text.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    creation.mutate({ entityRef, text }, { onSuccess: () => setText('') });
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextAreaField
        className={styles.field}
        label={t('noteForm.newNote')}
        value={text}
        onChange={setText}
        maxLength={2_000}
      />
      <Button type="submit" isDisabled={isBlank} loading={creation.isPending}>
        {t('noteForm.save')}
      </Button>
      {creation.error && (
        <Alert status="danger" title={creation.error.message} />
      )}
    </form>
  );
}

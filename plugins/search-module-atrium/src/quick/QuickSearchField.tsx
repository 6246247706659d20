import type { KeyboardEvent } from 'react';
import { RiSearchLine } from '@remixicon/react';
import { t } from '../translation';
import styles from './QuickSearchDialog.module.css';

/** The backend refuses longer terms. */
const MAX_TERM_LENGTH = 100;

export interface QuickSearchFieldProps {
  text: string;
  onChange(text: string): void;
  listId: string;
  /** Id of the option that Enter takes; undefined without a list. */
  activeId: string | undefined;
  onMove(step: number): void;
  onChoose(isInNewTab: boolean): void;
}

/** The field, which keeps the focus while the arrow keys move in the list. */
export function QuickSearchField(props: QuickSearchFieldProps) {
  const { text, onChange, listId, activeId, onMove, onChoose } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onMove(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onChoose(event.ctrlKey || event.metaKey);
    }
  };
  return (
    <div className={styles.field}>
      <RiSearchLine size={18} aria-hidden="true" />
      <input
        className={styles.input}
        role="combobox"
        aria-label={t('quickSearchField.search')}
        aria-autocomplete="list"
        aria-expanded={activeId !== undefined}
        aria-controls={activeId === undefined ? undefined : listId}
        aria-activedescendant={activeId}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        // The dialog was opened to type.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        enterKeyHint="go"
        maxLength={MAX_TERM_LENGTH}
        placeholder={t('quickSearchField.searchOrSayWhatYou')}
        value={text}
        onChange={event => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

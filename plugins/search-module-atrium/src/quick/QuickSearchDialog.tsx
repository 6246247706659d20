import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type Command, useDebounced } from '@atrium/ui';
import { Dialog, DialogHeader } from '@backstage/ui';
import type { PaletteOption } from '../palette/PaletteOption';
import { toSearchPage, usePalette } from '../palette/usePalette';
import { useTrackedDiscovery } from '../queries/useTrackedDiscovery';
import { t } from '../translation';
import { QuickSearchField } from './QuickSearchField';
import { QuickSearchList } from './QuickSearchList';
import { QuickSearchMessage } from './QuickSearchMessage';
import styles from './QuickSearchDialog.module.css';

const REST_MILLISECONDS = 120;
const LIST_ID = 'quick-search-list';

export interface QuickSearchDialogProps {
  /** What can be done from any page. */
  commands: readonly Command[];
  /** What is looked for, as it was typed. */
  text: string;
  onTextChange(text: string): void;
  onClose(): void;
}

/**
 * Type, choose, go: what can be done, the best results of every type, and the
 * search page for all of them.
 */
export function QuickSearchDialog(props: QuickSearchDialogProps) {
  const { commands, text, onTextChange, onClose } = props;
  const term = text.trim();
  const restedTerm = useDebounced(term, REST_MILLISECONDS);
  const { search, hits, isCurrent, groups } = usePalette({
    term,
    restedTerm,
    commands,
  });
  const options = groups.flatMap(group => group.options);
  const choice = useChoice(options.length, term);
  const open = useOpen(onClose);

  const choose = (option: PaletteOption, isInNewTab: boolean) => {
    if (option.type === 'unfinished') {
      onTextChange(option.text);
    } else {
      open(option, isInNewTab);
    }
  };
  const chooseActive = (isInNewTab: boolean) => {
    const option = options[choice.index];
    // Enter takes nothing that was found for what was typed before.
    if (option && !option.isStale) {
      choose(option, isInNewTab);
    } else if (term !== '') {
      open(
        { type: 'all', title: term, location: toSearchPage(term) },
        isInNewTab,
      );
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      className={styles.dialog}
      width={640}
    >
      <DialogHeader className={styles.header}>
        {t('quickSearchDialog.search')}
      </DialogHeader>
      <QuickSearchField
        text={text}
        onChange={onTextChange}
        listId={LIST_ID}
        activeId={options.length > 0 ? optionId(choice.index) : undefined}
        onMove={choice.move}
        onChoose={chooseActive}
      />
      <QuickSearchMessage
        term={term}
        search={search}
        isCurrent={isCurrent}
        hits={hits}
        hasActions={options.some(
          ({ type }) => type !== 'hit' && type !== 'all',
        )}
      />
      {options.length > 0 && (
        <QuickSearchList
          id={LIST_ID}
          optionId={optionId}
          groups={groups}
          activeIndex={choice.index}
          onHover={choice.set}
          onChoose={(index, isInNewTab) => choose(options[index], isInNewTab)}
        />
      )}
    </Dialog>
  );
}

function optionId(index: number): string {
  return `${LIST_ID}-${index}`;
}

/** Which of the options Enter takes; the first one of each new list. */
function useChoice(count: number, term: string) {
  const [choice, setChoice] = useState({ index: 0, term });
  const index =
    choice.term === term ? Math.min(choice.index, Math.max(count - 1, 0)) : 0;
  const set = (next: number) => setChoice({ index: next, term });
  const move = (step: number) => {
    if (count > 0) {
      set((index + step + count) % count);
    }
  };
  return { index, set, move };
}

function useOpen(onClose: () => void) {
  const navigate = useNavigate();
  const trackDiscovery = useTrackedDiscovery();
  return (
    option: Exclude<PaletteOption, { type: 'unfinished' }>,
    isInNewTab: boolean,
  ) => {
    const { location } = option;
    if (option.type === 'hit') {
      trackDiscovery(option.hit);
    }
    const isElsewhere = /^https?:/i.test(location);
    if (isInNewTab || isElsewhere) {
      window.open(location, '_blank', 'noopener');
    } else {
      navigate(location);
    }
    if (!isInNewTab) {
      onClose();
    }
  };
}

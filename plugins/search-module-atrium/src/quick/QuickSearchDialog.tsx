import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Dialog, DialogHeader } from '@backstage/ui';
import { useDebounced } from '@atrium/ui';
import { useSearch } from '../queries/useSearch';
import { useTrackedDiscovery } from '../queries/useTrackedDiscovery';
import type { SearchHit } from '../results/SearchHit';
import { QuickSearchField } from './QuickSearchField';
import { QuickSearchList } from './QuickSearchList';
import { QuickSearchMessage } from './QuickSearchMessage';
import styles from './QuickSearchDialog.module.css';

const HIT_LIMIT = 8;
const REST_MILLISECONDS = 120;
const LIST_ID = 'quick-search-list';

export interface QuickSearchDialogProps {
  onClose(): void;
}

/**
 * Type, choose, go: the best results of every type, and the search page for
 * all of them.
 */
export function QuickSearchDialog({ onClose }: QuickSearchDialogProps) {
  const [text, setText] = useState('');
  const term = text.trim();
  const restedTerm = useDebounced(term, REST_MILLISECONDS);
  const search = useSearch(
    { term: restedTerm, pageLimit: HIT_LIMIT },
    { isEnabled: restedTerm !== '' },
  );
  const hasList = term !== '' && search.data !== undefined;
  const hits = hasList ? search.data?.hits ?? [] : [];
  const isCurrent = search.data?.term === term && !search.isPlaceholderData;
  const choice = useChoice(hasList ? hits.length + 1 : 0, restedTerm);
  const open = useOpen(onClose);
  const searchPage = `/search?${new URLSearchParams({ query: term })}`;

  const choose = (index: number, isInNewTab: boolean) => {
    const hit = hits[index];
    if (hit && isCurrent) {
      open({ hit, location: hit.location, isInNewTab });
    } else if (term !== '') {
      open({ location: searchPage, isInNewTab });
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      className={styles.dialog}
      width={640}
    >
      <DialogHeader className={styles.header}>Search</DialogHeader>
      <QuickSearchField
        text={text}
        onChange={setText}
        listId={LIST_ID}
        activeId={hasList ? optionId(choice.index) : undefined}
        onMove={choice.move}
        onChoose={isInNewTab => choose(choice.index, isInNewTab)}
      />
      <QuickSearchMessage
        term={term}
        search={search}
        isCurrent={isCurrent}
        hits={hits}
      />
      {hasList && (
        <QuickSearchList
          id={LIST_ID}
          optionId={optionId}
          hits={hits}
          term={term}
          activeIndex={choice.index}
          onHover={choice.set}
          onChoose={choose}
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
  return (target: {
    location: string;
    isInNewTab: boolean;
    hit?: SearchHit;
  }) => {
    const { location, isInNewTab, hit } = target;
    if (hit) {
      trackDiscovery(hit);
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

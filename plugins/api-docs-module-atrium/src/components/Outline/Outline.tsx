import { useDeferredValue, useState } from 'react';
import { SearchField } from '@backstage/ui';
import { inSentence } from '@atrium/ui';
import { t } from '../../translation';
import { OutlineGroup, type OutlineItem } from './OutlineGroup';
import styles from './Outline.module.css';

/** Lists up to this long are open and need no search field of their own. */
const SHORT_LIST = 12;

/** More than this many are folded, and a search shows only as many. */
const MAX_SHOWN = 150;

/** Items under one heading. */
export interface OutlineSection {
  title: string;
  items: OutlineItem[];
}

/** Props of {@link Outline}. */
export interface OutlineProps {
  /** What the items are, such as `Operations`. */
  label: string;
  sections: OutlineSection[];
  selectedId?: string;
  onSelect(id: string): void;
}

/** What a definition has in it, to find one's way. */
export function Outline(props: OutlineProps) {
  const { label, sections, selectedId, onSelect } = props;
  const [text, setText] = useState('');
  const query = useDeferredValue(text).trim().toLowerCase();
  const total = sections.reduce((sum, { items }) => sum + items.length, 0);
  const found = query ? filterSections(sections, query) : sections;
  const foundCount = found.reduce((sum, { items }) => sum + items.length, 0);

  return (
    <nav className={styles.outline} aria-label={label}>
      {total > SHORT_LIST && (
        <SearchField
          aria-label={t('outline.search', { label: inSentence(label) })}
          placeholder={t('outline.searchEntries', { total })}
          size="small"
          value={text}
          onChange={setText}
        />
      )}
      <div className={styles.sections}>
        {take(found, query ? MAX_SHOWN : Infinity).map(section => (
          <OutlineGroup
            key={section.title}
            {...section}
            isOpen={
              query !== '' ||
              total <= MAX_SHOWN ||
              section.items.some(item => item.id === selectedId)
            }
            selectedId={selectedId}
            onSelect={onSelect}
          />
        ))}
      </div>
      {query && foundCount === 0 && (
        <p className={styles.note}>{t('outline.nothingInItIsCalled')}</p>
      )}
      {query && foundCount > MAX_SHOWN && (
        <p className={styles.note}>
          {t('outline.moreTypeMoreToNarrow', { more: foundCount - MAX_SHOWN })}
        </p>
      )}
    </nav>
  );
}

function filterSections(
  sections: OutlineSection[],
  query: string,
): OutlineSection[] {
  const words = query.split(/\s+/);
  return sections
    .map(({ title, items }) => ({
      title,
      items: items.filter(item => {
        const text = `${item.badge ?? ''} ${item.label} ${
          item.hint ?? ''
        }`.toLowerCase();
        return words.every(word => text.includes(word));
      }),
    }))
    .filter(({ items }) => items.length > 0);
}

function take(sections: OutlineSection[], count: number): OutlineSection[] {
  let left = count;
  return sections
    .map(({ title, items }) => {
      const taken = items.slice(0, left);
      left -= taken.length;
      return { title, items: taken };
    })
    .filter(({ items }) => items.length > 0);
}

import { useEffect, useState } from 'react';
import { t } from '../../translation';
import styles from './Outline.module.css';

/** One thing that can be chosen. */
export interface OutlineItem {
  id: string;
  label: string;
  /** A short word before the label, such as the method of an operation. */
  badge?: string;
  /** More words by which it can be found, shown on hover. */
  hint?: string;
  isDeprecated?: boolean;
}

/** Props of {@link OutlineGroup}. */
export interface OutlineGroupProps {
  title: string;
  items: OutlineItem[];
  /** Whether it is open unless the reader folds it. */
  isOpen: boolean;
  selectedId?: string;
  onSelect(id: string): void;
}

/** More than this many are counted; the search finds them. */
const MAX_ITEMS = 300;

/** Items that can be folded away; what is folded costs the browser nothing. */
export function OutlineGroup(props: OutlineGroupProps) {
  const { title, items, isOpen, selectedId, onSelect } = props;
  const [isShown, setIsShown] = useState(isOpen);
  useEffect(() => setIsShown(isOpen), [isOpen]);
  const shown = items.filter(
    (item, index) => index < MAX_ITEMS || item.id === selectedId,
  );
  return (
    <section>
      <button
        type="button"
        className={styles.heading}
        aria-expanded={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        <span className={styles.chevron} aria-hidden="true" />
        <span className={styles.title}>{title}</span>{' '}
        <span className={styles.count}>{items.length}</span>
      </button>
      {isShown && (
        <ul className={styles.items}>
          {shown.map(item => (
            <li key={item.id}>
              <button
                type="button"
                className={styles.item}
                aria-current={item.id === selectedId ? 'true' : undefined}
                data-deprecated={item.isDeprecated || undefined}
                title={item.hint}
                onClick={() => onSelect(item.id)}
              >
                {item.badge && (
                  <span className={styles.badge} data-badge={item.badge}>
                    {item.badge}
                  </span>
                )}{' '}
                <span className={styles.label}>{item.label}</span>
              </button>
            </li>
          ))}
          {shown.length < items.length && (
            <li className={styles.note}>
              {t('outlineGroup.moreSearchToFindThem', {
                more: items.length - shown.length,
              })}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

import type { MouseEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { RiArrowRightLine } from '@remixicon/react';
import { Highlighted } from '../results/Highlighted';
import { HitIcon } from '../results/HitIcon';
import type { SearchHit } from '../results/SearchHit';
import styles from './QuickSearchDialog.module.css';

export interface QuickSearchListProps {
  id: string;
  optionId(index: number): string;
  hits: SearchHit[];
  term: string;
  activeIndex: number;
  onHover(index: number): void;
  onChoose(index: number, isInNewTab: boolean): void;
}

/** The results, and the way to all of them as the last option. */
export function QuickSearchList(props: QuickSearchListProps) {
  const { id, optionId, hits, term, activeIndex, onHover, onChoose } = props;
  const optionProps = (index: number) => ({
    id: optionId(index),
    isActive: index === activeIndex,
    onHover: () => onHover(index),
    onChoose: (isInNewTab: boolean) => onChoose(index, isInNewTab),
  });
  return (
    <ul id={id} role="listbox" aria-label="Results" className={styles.list}>
      {hits.map((hit, index) => (
        <Option key={`${index} ${hit.location}`} {...optionProps(index)}>
          <HitIcon subject={hit.subject} />
          <span className={styles.texts}>
            <span className={hit.isCode ? styles.codeTitle : styles.title}>
              <Highlighted parts={hit.titleParts} />
            </span>
            <span className={styles.facts}>
              {[hit.label, ...hit.facts].join(' · ')}
            </span>
          </span>
        </Option>
      ))}
      <Option {...optionProps(hits.length)}>
        <span className={styles.icon}>
          <RiArrowRightLine size={18} aria-hidden="true" />
        </span>
        <span className={styles.title}>See all results for “{term}”</span>
      </Option>
    </ul>
  );
}

interface OptionProps {
  id: string;
  isActive: boolean;
  onHover(): void;
  onChoose(isInNewTab: boolean): void;
  children: ReactNode;
}

/** The field keeps the focus, so that an option answers to the mouse only. */
function Option(props: OptionProps) {
  const { id, isActive, onHover, onChoose, children } = props;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) {
      element.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [isActive]);
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onMouseMove={isActive ? undefined : onHover}
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={event => onChoose(event.ctrlKey || event.metaKey)}
    >
      {children}
    </li>
  );
}

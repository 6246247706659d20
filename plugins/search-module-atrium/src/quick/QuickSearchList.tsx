import type { MouseEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Highlighted, useEntityTitles } from '@atrium/ui';
import { RiArrowRightLine, RiHistoryLine } from '@remixicon/react';
import type { PaletteGroup, PaletteOption } from '../palette/PaletteOption';
import { hitFacts, hitRefs, type ShownRef } from '../results/hitFacts';
import { HitIcon } from '../results/HitIcon';
import type { SearchHit } from '../results/SearchHit';
import { t } from '../translation';
import styles from './QuickSearchDialog.module.css';

export interface QuickSearchListProps {
  id: string;
  optionId(index: number): string;
  groups: PaletteGroup[];
  /** Of all options, counted over the groups. */
  activeIndex: number;
  onHover(index: number): void;
  onChoose(index: number, isInNewTab: boolean): void;
}

/** What can be chosen, under the titles of its groups. */
export function QuickSearchList(props: QuickSearchListProps) {
  const { id, optionId, groups, activeIndex, onHover, onChoose } = props;
  const titles = useEntityTitles(
    hitRefs(groups.flatMap(({ options }) => options.flatMap(shownRefs))),
  );
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { options }) => sum + options.length, 0),
  );
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('quickSearchList.results')}
      className={styles.list}
    >
      {groups.map(({ title, options }, at) => (
        <div key={title} role="group" aria-label={title}>
          {/* Results alone need no title. */}
          {groups.length > 1 && (
            <div className={styles.groupTitle} aria-hidden="true">
              {title}
            </div>
          )}
          {options.map((option, place) => {
            const index = starts[at] + place;
            return (
              <Option
                key={optionId(index)}
                id={optionId(index)}
                isActive={index === activeIndex}
                onHover={() => onHover(index)}
                onChoose={isInNewTab => onChoose(index, isInNewTab)}
              >
                <OptionContent option={option} titles={titles} />
              </Option>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** What of an option is shown by its title. */
function shownRefs(option: PaletteOption): Pick<SearchHit, ShownRef>[] {
  switch (option.type) {
    case 'hit':
      return [option.hit];
    case 'refused':
      return [option];
    default:
      return [];
  }
}

interface OptionContentProps {
  option: PaletteOption;
  titles: ReadonlyMap<string, string>;
}

function OptionContent({ option, titles }: OptionContentProps) {
  if (option.type === 'hit') {
    const { hit } = option;
    return (
      <>
        <HitIcon subject={hit.subject} />
        <span className={styles.texts}>
          <span className={hit.isCode ? styles.codeTitle : styles.title}>
            <Highlighted parts={hit.titleParts} />
          </span>
          <span className={styles.facts}>
            {hitFacts(hit, titles).join(' · ')}
          </span>
        </span>
      </>
    );
  }
  const icon = (
    <span className={styles.icon} aria-hidden="true">
      <OptionIcon option={option} />
    </span>
  );
  if (option.type === 'refused') {
    const owner = option.ownerRef && titles.get(option.ownerRef);
    return (
      <>
        {icon}
        <span className={styles.texts}>
          <span className={styles.refused}>{option.title}</span>
          <span className={styles.facts}>
            {t('quickSearchList.onlyCanDoThisEnter', {
              owner: owner ?? t('quickSearchList.itsOwner'),
            })}
          </span>
        </span>
      </>
    );
  }
  return (
    <>
      {icon}
      <span className={styles.title}>{option.title}</span>
    </>
  );
}

function OptionIcon({ option }: { option: PaletteOption }) {
  switch (option.type) {
    case 'command':
    case 'refused':
    case 'unfinished':
      return <>{option.icon}</>;
    case 'recent':
      return <RiHistoryLine size={18} />;
    default:
      return <RiArrowRightLine size={18} />;
  }
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
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) {
      element.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [isActive]);
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the keys and the focus
    <div
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
    </div>
  );
}

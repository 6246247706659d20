import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { z } from 'zod';
import { Button, SearchField, Select } from '@backstage/ui';
import { EmptyState, useAddressState } from '@atrium/ui';
import { t } from '../translation';
import { filterSites, ownerChoices } from './DocsFilter';
import {
  type DocsLibrary,
  firstLines,
  groupBySystem,
  nameOf,
} from './DocsLibrary';
import type { DocsSite } from './DocsSite';
import { Panel, PanelNote } from './Panel';
import { SiteList } from './SiteList';
import styles from './AllDocs.module.css';

/** Lines that are drawn at once; more would make the page slow to come up. */
const FIRST_LINES = 300;

/** With more owners than this, the list of owners gets a field to search it. */
const MAX_OWNERS_AT_A_GLANCE = 12;

/** The choice is part of the address, so that a team can link to its own. */
const addressSchema = z.object({ owner: z.string().default('') });

/** Everything there is to read, by system, narrowed by words and owner. */
export function AllDocs({ library }: { library: DocsLibrary }) {
  const [text, setText] = useState('');
  const [isShowingAll, setIsShowingAll] = useState(false);
  const [{ owner }, change] = useAddressState(addressSchema);
  // The field stays quick while a list of thousands is drawn behind it.
  const shownText = useDeferredValue(text);

  const choices = useMemo(() => ownerChoices(library), [library]);
  const sites = useMemo(
    () => filterSites(library, { text: shownText, owner }),
    [library, shownText, owner],
  );
  const groups = useMemo(() => groupBySystem(library, sites), [library, sites]);
  const shownGroups = isShowingAll ? groups : firstLines(groups, FIRST_LINES);
  const hiddenCount = isShowingAll ? 0 : sites.length - FIRST_LINES;
  const ownerName = useCallback(
    (site: DocsSite) => site.ownerRef && nameOf(library, site.ownerRef),
    [library],
  );

  return (
    <Panel
      title={t('allDocs.allDocumentation')}
      count={countWords(library, sites)}
      tools={
        <>
          <SearchField
            aria-label={t('allDocs.filterByTitleSystemOr')}
            placeholder={t('allDocs.filter')}
            size="small"
            value={text}
            onChange={setText}
          />
          <Select
            aria-label={t('allDocs.owner')}
            size="small"
            options={choices}
            search={
              choices.length > MAX_OWNERS_AT_A_GLANCE
                ? { placeholder: t('allDocs.searchOwners') }
                : undefined
            }
            value={owner}
            onChange={value => change({ owner: String(value ?? '') })}
          />
        </>
      }
    >
      {shownGroups.map(group => (
        <section
          key={group.systemRef ?? ''}
          className={styles.group}
          style={{
            containIntrinsicSize: `auto ${36 * group.sites.length + 40}px`,
          }}
          aria-label={group.title}
        >
          <h3 className={styles.system}>
            {group.title}
            <span className={styles.count}>{group.totalItems}</span>
          </h3>
          <SiteList sites={group.sites} ownerName={ownerName} />
        </section>
      ))}
      {hiddenCount > 0 && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setIsShowingAll(true)}
        >
          {t('allDocs.showMore', { more: hiddenCount })}
        </Button>
      )}
      {groups.length === 0 && (
        <EmptyState
          title={t('allDocs.noSiteFitsTheFilter')}
          description={t('allDocs.whatIsWrittenInsideOf')}
          action={
            <Button
              variant="secondary"
              onPress={() => {
                setText('');
                change({ owner: undefined });
              }}
            >
              {t('allDocs.clearTheFilter')}
            </Button>
          }
        />
      )}
      {library.sites.length < library.totalItems && (
        <PanelNote>
          {t('allDocs.theseAreTheFirst', {
            shown: library.sites.length,
            total: library.totalItems,
          })}
        </PanelNote>
      )}
    </Panel>
  );
}

function countWords(library: DocsLibrary, sites: DocsSite[]): string {
  return sites.length === library.sites.length
    ? t('allDocs.sites', { count: library.totalItems })
    : t('allDocs.someSites', {
        shown: sites.length,
        total: library.totalItems,
      });
}

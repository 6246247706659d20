import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  RiFileCopyLine,
  RiRefreshLine,
  RiStarLine,
  RiStarOffLine,
} from '@remixicon/react';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { CsvButton, errorMessage, ListBar } from '@atrium/ui';
import { useListExport } from '../hooks/useListExport';
import { useRefreshableRefs, useRefreshEntities } from '../hooks/useRefresh';
import { t } from '../translation';
import { exportSelection } from './exportSelection';
import type { RowMarks } from './RowMarks';

/** Props of {@link SelectionBar}. */
export interface SelectionBarProps {
  rows: EntityRow[];
  marks: RowMarks;
}

/** What can be done with the selected rows, and why something cannot. */
export function SelectionBar({ rows, marks }: SelectionBarProps) {
  const refs = rows.map(({ entityRef }) => entityRef);
  const exportList = useListExport();
  const [note, setNote] = useState('');
  const rights = useRefreshableRefs(refs);
  // Of rows that were just selected nobody knows yet: nothing is said of them.
  const isKnown = rights.isSuccess && !rights.isPlaceholderData;
  const refreshable = refs.filter(ref => rights.data?.includes(ref));
  const refresh = useRefreshEntities();
  const unstarred = rows.filter(row => !marks.isStarred(row));
  const toggled = unstarred.length > 0 ? unstarred : rows;
  const mayNot = isKnown
    ? rows.filter(row => !refreshable.includes(row.entityRef))
    : [];

  async function copy() {
    try {
      await navigator.clipboard.writeText(refs.join('\n'));
      setNote(t('selectionBar.referencesCopied'));
    } catch {
      // Browsers refuse it on pages without HTTPS.
      setNote(t('selectionBar.theBrowserDoesNotLet'));
    }
  }

  return (
    <ListBar
      summary={
        <>
          {t('selectionBar.selected', { rowsCount: rows.length })}
          {mayNot.length > 0 && `. ${refusal(mayNot, rows)}`}
          {refresh.error &&
            `. ${t('selectionBar.notRefreshed', {
              error: errorMessage(refresh.error),
            })}`}
          {note && `. ${note}`}
        </>
      }
    >
      <Button
        variant="secondary"
        size="small"
        iconStart={unstarred.length > 0 ? <RiStarLine /> : <RiStarOffLine />}
        onPress={() => {
          for (const row of toggled) {
            marks.toggleStar(row);
          }
        }}
      >
        {unstarred.length > 0
          ? t('selectionBar.star')
          : t('selectionBar.removeStar')}
      </Button>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiRefreshLine />}
        isDisabled={refreshable.length === 0}
        isPending={refresh.isPending}
        onPress={() =>
          refresh.mutate(refreshable, {
            onSuccess: count =>
              setNote(t('selectionBar.willBeReadFromTheir', { count })),
          })
        }
      >
        {mayNot.length > 0 && refreshable.length > 0
          ? t('selectionBar.refresh', { refreshableCount: refreshable.length })
          : t('selectionBar.refresh2')}
      </Button>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiFileCopyLine />}
        onPress={copy}
      >
        {t('selectionBar.copyReferences')}
      </Button>
      <CsvButton
        name="catalog-selection"
        readRows={() => exportSelection(rows, exportList)}
      />
      <Button
        variant="tertiary"
        size="small"
        onPress={() => marks.select(rows, false)}
      >
        {t('selectionBar.clearSelection')}
      </Button>
    </ListBar>
  );
}

/** Who may have those refreshed that the person may not. */
function refusal(mayNot: EntityRow[], rows: EntityRow[]): string {
  const owners = [
    ...new Set(mayNot.flatMap(row => row.ownerTitle ?? row.ownerRef ?? [])),
  ];
  const number = mayNot.length;
  const isAll = number === rows.length;
  if (owners.length === 0) {
    return isAll
      ? t('selectionBar.onlyPlatformThese')
      : t('selectionBar.onlyPlatformSome', { count: number });
  }
  const named = owners.slice(0, 3).join(', ');
  return isAll
    ? t('selectionBar.onlyOwnersThese', { owners: named })
    : t('selectionBar.onlyOwnersSome', { owners: named, number });
}

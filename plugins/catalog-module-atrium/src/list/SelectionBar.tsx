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
  const refreshable = useRefreshableRefs(refs).data ?? [];
  const refresh = useRefreshEntities();
  const unstarred = rows.filter(row => !marks.isStarred(row));
  const toggled = unstarred.length > 0 ? unstarred : rows;
  const mayNot = rows.filter(row => !refreshable.includes(row.entityRef));

  async function copy() {
    try {
      await navigator.clipboard.writeText(refs.join('\n'));
      setNote('References copied');
    } catch {
      // Browsers refuse it on pages without HTTPS.
      setNote('The browser does not let this page copy');
    }
  }

  return (
    <ListBar
      summary={
        <>
          {rows.length} selected
          {mayNot.length > 0 && `. ${refusal(mayNot, rows)}`}
          {refresh.error && `. Not refreshed: ${errorMessage(refresh.error)}`}
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
        {unstarred.length > 0 ? 'Star' : 'Remove star'}
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
              setNote(
                count === 1
                  ? '1 will be read from its source again'
                  : `${count} will be read from their sources again`,
              ),
          })
        }
      >
        {mayNot.length > 0 && refreshable.length > 0
          ? `Refresh ${refreshable.length}`
          : 'Refresh'}
      </Button>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiFileCopyLine />}
        onPress={copy}
      >
        Copy references
      </Button>
      <CsvButton
        name="catalog-selection"
        readRows={() => exportList({ entityRef: refs })}
      />
      <Button
        variant="tertiary"
        size="small"
        onPress={() => marks.select(rows, false)}
      >
        Clear selection
      </Button>
    </ListBar>
  );
}

/** Who may have those refreshed that the person may not. */
function refusal(mayNot: EntityRow[], rows: EntityRow[]): string {
  const owners = [
    ...new Set(mayNot.flatMap(row => row.ownerTitle ?? row.ownerRef ?? [])),
  ];
  const which = mayNot.length === rows.length ? 'these' : `${mayNot.length}`;
  return owners.length > 0
    ? `Only ${owners.slice(0, 3).join(', ')} can refresh ${which}`
    : `Only the platform team can refresh ${which}, which have no owner`;
}

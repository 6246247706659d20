import { useMemo, useState } from 'react';
import { useStarredEntities } from '@backstage/plugin-catalog-react';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import type { RowMarks } from '../list/RowMarks';

/** What the person has chosen and starred; another list begins with nothing chosen. */
export function useRowMarks(listId: string) {
  const { starredEntities, toggleStarredEntity } = useStarredEntities();
  const [chosen, setChosen] = useState({
    listId,
    rows: new Map<string, EntityRow>(),
  });
  const rows = useMemo(
    () =>
      chosen.listId === listId ? chosen.rows : new Map<string, EntityRow>(),
    [chosen, listId],
  );
  const marks: RowMarks = {
    isSelected: ({ entityRef }) => rows.has(entityRef),
    select(changed, isSelected) {
      const next = new Map(rows);
      for (const row of changed) {
        if (isSelected) {
          next.set(row.entityRef, row);
        } else {
          next.delete(row.entityRef);
        }
      }
      setChosen({ listId, rows: next });
    },
    isStarred: ({ entityRef }) => starredEntities.has(entityRef),
    toggleStar: ({ entityRef }) => toggleStarredEntity(entityRef),
  };
  return { marks, selected: [...rows.values()] };
}

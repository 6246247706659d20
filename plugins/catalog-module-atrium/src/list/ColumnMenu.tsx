import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiCheckLine, RiLayoutColumnLine } from '@remixicon/react';
import { t } from '../translation';
import { type ColumnId, COLUMN_TITLES } from './columnIds';

/** Props of {@link ColumnMenu}. */
export interface ColumnMenuProps {
  columns: readonly ColumnId[];
  shown: readonly ColumnId[];
  onChoose(column: ColumnId, isWanted: boolean): void;
}

/** Which columns are shown; kept with the settings of the person. */
export function ColumnMenu({ columns, shown, onChoose }: ColumnMenuProps) {
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiLayoutColumnLine />}
      >
        {t('columnMenu.columns')}
      </Button>
      <Menu
        selectionMode="multiple"
        selectedKeys={shown}
        onSelectionChange={keys => {
          const changed = columns.find(
            column =>
              (keys === 'all' || keys.has(column)) !== shown.includes(column),
          );
          if (changed) {
            onChoose(changed, !shown.includes(changed));
          }
        }}
      >
        {columns.map(column => (
          <MenuItem
            key={column}
            id={column}
            textValue={COLUMN_TITLES[column]}
            iconStart={
              <RiCheckLine
                style={{
                  visibility: shown.includes(column) ? 'visible' : 'hidden',
                }}
              />
            }
          >
            {COLUMN_TITLES[column]}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

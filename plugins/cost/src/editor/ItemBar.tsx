import { Button, ButtonIcon, Select } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { PlainMap } from '@atrium/common/yaml';
import { textStyles } from '@atrium/ui';
import { t } from '../translation';
import { addItem, type ListName, removeItem } from './rulesFile';
import type { useAllocationEditor } from './useAllocationEditor';

/** Props of {@link ItemBar}. */
export interface ItemBarProps {
  editor: ReturnType<typeof useAllocationEditor>;
  list: ListName;
  /** What the items are called, in their order. */
  names: string[];
  /** What a new item is to begin with. */
  newItem: PlainMap;
  words: { choose: string; add: string; remove: string };
  /** What else can be done with the chosen one. */
  children?: ReactNode;
}

/** Chooses one of the rules or pools of a file, adds one and takes one away. */
export function ItemBar(props: ItemBarProps) {
  const { editor, list, names, newItem, words, children } = props;
  const { text, chosen, choose, write } = editor;
  const index = chosen[list];
  return (
    <div className={textStyles.line}>
      {names.length > 0 && (
        <Select
          aria-label={words.choose}
          size="small"
          options={names.map((name, place) => ({
            value: String(place),
            label: name || t('itemBar.withoutAName'),
          }))}
          value={String(index)}
          onChange={place => choose({ [list]: Number(place) })}
        />
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiAddLine />}
        onPress={() =>
          write(addItem(text, list, newItem), { [list]: names.length })
        }
      >
        {words.add}
      </Button>
      {children}
      {index < names.length && (
        <ButtonIcon
          variant="tertiary"
          size="small"
          aria-label={words.remove}
          icon={<RiDeleteBinLine />}
          onPress={() =>
            write(removeItem(text, { list, index }), {
              [list]: Math.max(0, index - 1),
            })
          }
        />
      )}
    </div>
  );
}

import type { ReactElement } from 'react';
import { Button, ButtonIcon } from '@backstage/ui';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { textStyles } from '@atrium/ui';
import { t } from '../translation';
import styles from './ListField.module.css';

interface ListItem {
  key: string;
  index: number;
  children: ReactElement;
  disabled?: boolean;
  readonly?: boolean;
  hasMoveDown: boolean;
  hasMoveUp: boolean;
  hasRemove: boolean;
  onDropIndexClick(index: number): () => void;
  onReorderClick(index: number, newIndex: number): () => void;
}

/** Props of {@link ListField}, as the form engine gives them. */
export interface ListFieldProps {
  title: string;
  schema: { description?: string };
  items: ListItem[];
  canAdd?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  required?: boolean;
  onAddClick(): void;
}

/** Several answers to one question, each of which can be moved and removed. */
export function ListField(props: ListFieldProps) {
  const { title, schema, items, required, onAddClick } = props;
  const isFixed = props.disabled || props.readonly;
  return (
    <fieldset className={styles.list}>
      <legend className={styles.title}>
        {title}
        {required && (
          <span className={textStyles.muted}>
            {' '}
            ({t('formWidgets.required')})
          </span>
        )}
      </legend>
      {schema.description && (
        <p className={textStyles.muted}>{schema.description}</p>
      )}
      {items.map(item => (
        <ListItemField key={item.key} item={item} title={title} />
      ))}
      {items.length === 0 && (
        <p className={textStyles.muted}>{t('listField.nothingAddedYet')}</p>
      )}
      {props.canAdd && (
        <div>
          <Button
            variant="secondary"
            iconStart={<RiAddLine />}
            isDisabled={isFixed}
            onPress={() => onAddClick()}
          >
            {t('listField.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function ListItemField({ item, title }: { item: ListItem; title: string }) {
  const { index, onDropIndexClick, onReorderClick } = item;
  const isFixed = item.disabled || item.readonly;
  const values = { title, number: index + 1 };
  return (
    <div
      role="group"
      aria-label={t('listField.item', values)}
      className={styles.item}
    >
      <div className={styles.fields}>{item.children}</div>
      {(item.hasMoveUp || item.hasMoveDown) && (
        <>
          <ButtonIcon
            variant="tertiary"
            icon={<RiArrowUpLine />}
            aria-label={t('listField.moveUp', values)}
            isDisabled={isFixed || !item.hasMoveUp}
            onPress={() => onReorderClick(index, index - 1)()}
          />
          <ButtonIcon
            variant="tertiary"
            icon={<RiArrowDownLine />}
            aria-label={t('listField.moveDown', values)}
            isDisabled={isFixed || !item.hasMoveDown}
            onPress={() => onReorderClick(index, index + 1)()}
          />
        </>
      )}
      {item.hasRemove && (
        <ButtonIcon
          variant="tertiary"
          icon={<RiDeleteBinLine />}
          aria-label={t('listField.remove', values)}
          isDisabled={isFixed}
          onPress={() => onDropIndexClick(index)()}
        />
      )}
    </div>
  );
}

import { type ReactNode, useId, useState } from 'react';
import { RiListUnordered } from '@remixicon/react';
import { t } from '../../translation';
import { Outline, type OutlineProps } from './Outline';
import styles from './OutlinedContent.module.css';

/** Props of {@link OutlinedContent}. */
export interface OutlinedContentProps extends OutlineProps {
  children: ReactNode;
}

/** A definition with its outline beside it, or behind a button on a phone. */
export function OutlinedContent(props: OutlinedContentProps) {
  const { children, onSelect, ...outline } = props;
  const [isOpen, setIsOpen] = useState(false);
  const outlineId = useId();
  return (
    <div className={styles.columns}>
      <div className={styles.side} data-open={isOpen}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={outlineId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <RiListUnordered size={16} aria-hidden="true" />
          {isOpen
            ? t('outlinedContent.hideTheList')
            : t('outlinedContent.showTheList', { list: outline.label })}
        </button>
        <div className={styles.outline} id={outlineId}>
          <Outline
            {...outline}
            onSelect={id => {
              setIsOpen(false);
              onSelect(id);
            }}
          />
        </div>
      </div>
      <div className={styles.content}>{children}</div>
    </div>
  );
}

import { useEffect } from 'react';
import { SearchModal, useSearchModal } from '@backstage/plugin-search';
import { RiSearchLine } from '@remixicon/react';
import styles from './SearchButton.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Opens search over any page; the key is the one that people try first. */
export function SearchButton() {
  const { state, toggleModal, setOpen } = useSearchModal();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'k' && (isApple ? event.metaKey : event.ctrlKey)) {
        event.preventDefault();
        setOpen(true);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [setOpen]);

  return (
    <>
      <button type="button" className={styles.button} onClick={toggleModal}>
        <RiSearchLine size={16} aria-hidden="true" />
        <span className={styles.text}>Search</span>
        <kbd className={styles.key}>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <SearchModal {...state} toggleModal={toggleModal} />
    </>
  );
}

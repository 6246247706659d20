import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { SearchAutocomplete, SearchAutocompleteItem } from '@backstage/ui';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import { Highlighted, useDebounced } from '@atrium/ui';
import { t } from '../../translation';
import { hitAddress } from './hitAddress';
import { useSiteSearch } from './useSiteSearch';
import styles from './SiteSearch.module.css';

/** Searches the pages of one site while somebody types. */
export function SiteSearch() {
  const { entityRef } = useTechDocsReaderPage();
  const { '*': path = '' } = useParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [term, setTerm] = useState('');
  const rested = useDebounced(term.trim());
  const search = useSiteSearch(entityRef, rested);
  const isCurrent = rested === term.trim();
  return (
    <div className={styles.search}>
      <SearchAutocomplete
        aria-label={t('siteSearch.searchThisDocumentation')}
        placeholder={t('siteSearch.searchThisDocumentation')}
        size="small"
        inputValue={term}
        onInputChange={setTerm}
        isLoading={term.trim() !== '' && (search.isFetching || !isCurrent)}
        popoverWidth="min(640px, calc(100vw - 32px))"
        popoverPlacement="bottom end"
      >
        {(search.data ?? []).map(hit => (
          <SearchAutocompleteItem
            key={hit.location}
            id={hit.location}
            textValue={hit.title}
            onAction={() => {
              setTerm('');
              navigate(
                hitAddress(hit.location, { pathname, path, term: rested }),
              );
            }}
          >
            <span className={styles.hit}>
              <span className={styles.title}>
                <Highlighted parts={hit.titleParts} />
              </span>
              <span className={styles.text}>
                <Highlighted parts={hit.textParts} />
              </span>
            </span>
          </SearchAutocompleteItem>
        ))}
      </SearchAutocomplete>
      {search.isError && (
        <p role="alert" className={styles.error}>
          {t('siteSearch.theSearchDoesNotAnswer')}
        </p>
      )}
    </div>
  );
}

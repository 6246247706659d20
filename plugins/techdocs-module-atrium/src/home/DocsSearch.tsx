import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { SearchField } from '@backstage/ui';
import { t } from '../translation';

/** Searches the text of all pages; the search page shows what was found. */
export function DocsSearch() {
  const [term, setTerm] = useState('');
  const navigate = useNavigate();
  const search = (value: string) => {
    const query = value.trim();
    if (query !== '') {
      const params = new URLSearchParams({ 'types[]': 'techdocs', query });
      navigate(`/search?${params}`);
    }
  };
  return (
    <SearchField
      aria-label={t('docsSearch.searchInAllDocumentation')}
      placeholder={t('docsSearch.searchInAllDocumentationA')}
      size="medium"
      value={term}
      onChange={setTerm}
      onSubmit={search}
    />
  );
}

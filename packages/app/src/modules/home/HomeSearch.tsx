import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { SearchField } from '@backstage/ui';

export function HomeSearch() {
  const [term, setTerm] = useState('');
  const navigate = useNavigate();
  return (
    <SearchField
      aria-label="Search Atrium"
      placeholder="Search services, APIs, documentation, people and templates"
      size="medium"
      value={term}
      onChange={setTerm}
      onSubmit={value =>
        navigate(`/search?query=${encodeURIComponent(value.trim())}`)
      }
    />
  );
}

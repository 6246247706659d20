import { Link } from 'react-router-dom';
import { EmptyState } from '@atrium/ui';
import { HowToDocument } from '../start/HowToDocument';
import { RiArticleLine } from '@remixicon/react';

/** Says how documentation comes into the portal. */
export function NoDocs() {
  return (
    <EmptyState
      icon={<RiArticleLine />}
      title="Nobody has published documentation yet"
      description={<HowToDocument />}
      action={<Link to="/create">Start a documentation site</Link>}
    />
  );
}

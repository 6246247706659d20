import { Link } from 'react-router-dom';
import { EmptyState } from '@atrium/ui';
import { RiArticleLine } from '@remixicon/react';

/** Says how documentation comes into the portal. */
export function NoDocs() {
  return (
    <EmptyState
      icon={<RiArticleLine />}
      title="Nobody has published documentation yet"
      description={
        <>
          A repository publishes its Markdown when its{' '}
          <code>catalog-info.yaml</code> has the annotation{' '}
          <code>backstage.io/techdocs-ref: dir:.</code> and a <code>docs</code>{' '}
          folder or a <code>README.md</code> stands beside it.
        </>
      }
      action={<Link to="/create">Start a documentation site</Link>}
    />
  );
}

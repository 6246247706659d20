import { useContext } from 'react';
import { LoadingPlaceContext } from '@atrium/ui';
import { LoadingPage } from '../states/LoadingPage';

/** What is seen while code is on its way, as far as nothing of it is there. */
export function AppProgress() {
  const place = useContext(LoadingPlaceContext);
  switch (place) {
    // The frame in index.html is seen until there is something. A card may have
    // nothing to say, and the page is read meanwhile.
    case 'app':
    case 'page':
      return null;
    default:
      return <LoadingPage place={place} />;
  }
}

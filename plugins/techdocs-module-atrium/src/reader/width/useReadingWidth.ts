import { useSyncExternalStore } from 'react';
import { getReadingWidth, subscribeToReadingWidth } from './readingWidth';

export function useReadingWidth() {
  return useSyncExternalStore(subscribeToReadingWidth, getReadingWidth);
}

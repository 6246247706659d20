import { createContext } from 'react';

/**
 * Around what something is drawn that is still to come: nothing but the app, the frame
 * of the app, the header of a page, the tabs of an entity, or a page with all it needs.
 */
export type LoadingPlace = 'app' | 'frame' | 'header' | 'tabs' | 'page';

/** What is there already; what loads is drawn as the rest of it. */
export const LoadingPlaceContext = createContext<LoadingPlace>('app');

import { createContext, useContext } from 'react';

/** On a page of its own, or as a tab of an entity. */
export type ReaderVariant = 'page' | 'tab';

const ReaderVariantContext = createContext<ReaderVariant>('page');

export const ReaderVariantProvider = ReaderVariantContext.Provider;

/** Where a site is being read. */
export const useReaderVariant = () => useContext(ReaderVariantContext);

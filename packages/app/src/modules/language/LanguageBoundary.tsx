import { type ReactNode, Suspense, useState } from 'react';
import { translationApiRef, useApi } from '@backstage/frontend-plugin-api';
import { connectTranslations } from '@atrium/ui';

export interface LanguageBoundaryProps {
  children: ReactNode;
}

/** Draws its children in the language of the page, once its texts are there. */
export function LanguageBoundary({ children }: LanguageBoundaryProps) {
  const translationApi = useApi(translationApiRef);
  // Before the children are drawn: they ask for texts while they are.
  useState(() => connectTranslations(translationApi));
  return <Suspense fallback={null}>{children}</Suspense>;
}

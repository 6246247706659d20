import { type ReactNode, Suspense, useState } from 'react';
import { translationApiRef, useApi } from '@backstage/frontend-plugin-api';
import { I18nProvider } from 'react-aria/I18nProvider';
import { getLocale } from '@atrium/common';
import { connectTranslations } from '@atrium/ui';
import { connectUiTexts } from '../../stock/uiText';
import { writeUiText } from './writeUiText';

export interface LanguageBoundaryProps {
  children: ReactNode;
}

/** Draws its children in the language of the page, once its texts are there. */
export function LanguageBoundary({ children }: LanguageBoundaryProps) {
  const translationApi = useApi(translationApiRef);
  // Before the children are drawn: they ask for texts while they are.
  useState(() => {
    connectTranslations(translationApi);
    connectUiTexts(writeUiText);
  });
  return (
    // Calendars and fields of dates follow the browser otherwise.
    <I18nProvider locale={getLocale().dates}>
      <Suspense fallback={null}>{children}</Suspense>
    </I18nProvider>
  );
}

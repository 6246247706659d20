import type { ReactNode } from 'react';

export interface NoticeProps {
  tone: 'info' | 'good' | 'warning' | 'bad';
  title: string;
  children?: ReactNode;
}

const SYMBOLS: Record<NoticeProps['tone'], string> = {
  info: 'ℹ',
  good: '✓',
  warning: '⚠',
  bad: '✕',
};

/** A message about the page. Errors interrupt a screen reader, the rest waits. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div
      className="acme-notice"
      data-tone={tone}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <span aria-hidden="true">{SYMBOLS[tone]}</span>
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  );
}

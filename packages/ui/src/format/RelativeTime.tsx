import { useEffect, useState } from 'react';
import { formatDateTime, formatRelative } from './formatInstant';

/** How often the words are read anew: they are precise to a minute. */
const REFRESH_MS = 30_000;

/** Props of {@link RelativeTime}. */
export interface RelativeTimeProps {
  /** ISO 8601 instant. */
  instant: string;
}

/** How long ago something was, with the exact time on hover. */
export function RelativeTime({ instant }: RelativeTimeProps) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={instant} title={formatDateTime(instant)}>
      {formatRelative(instant, now)}
    </time>
  );
}

import { t } from '../../translation';

/** The words of the home page's title; `hour` is the person's own, 0 to 23. */
export function greeting(hour: number, firstName?: string): string {
  const words = dayGreeting(hour);
  return firstName
    ? t('greeting.to', { greeting: words, name: firstName })
    : words;
}

function dayGreeting(hour: number): string {
  if (hour >= 5 && hour < 12) {
    return t('greeting.morning');
  }
  return hour >= 12 && hour < 18
    ? t('greeting.afternoon')
    : t('greeting.evening');
}

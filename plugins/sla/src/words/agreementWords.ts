import { formatDay } from '@atrium/ui';
import { type Agreement, type ReportDay } from '@atrium/plugin-sla-common';
import { durationWords, formatTarget } from '@atrium/plugin-slo-common';
import { t } from '../translation';

/** Shorter gaps are what passes until a minute has been read. */
const MIN_GAP_MINUTES = 5;

/** More gaps than that are counted, not named. */
const MAX_GAPS = 4;

/** What the customer gets back: `10% below 99.9%, 25% below 99%`. */
export function creditsWords({ credits }: Pick<Agreement, 'credits'>) {
  return credits.length === 0
    ? t('agreementWords.noneAgreed')
    : [...credits]
        .sort((a, b) => b.below - a.below)
        .map(({ below, creditPercent }) =>
          t('agreementWords.below', {
            creditPercent: creditWords(creditPercent),
            below: formatTarget(below),
          }),
        )
        .join(', ');
}

/** A part of the fee. */
export function creditWords(creditPercent: number): string {
  return creditPercent === 0
    ? t('agreementWords.none')
    : formatTarget(creditPercent / 100);
}

/** Since when and until when an agreement holds. */
export function validityWords({
  validFrom,
  validTo,
}: Pick<Agreement, 'validFrom' | 'validTo'>): string {
  return validTo
    ? t('agreementWords.to', {
        validFrom: formatDay(validFrom),
        validTo: formatDay(validTo),
      })
    : t('agreementWords.since', { validFrom: formatDay(validFrom) });
}

/** On which days nobody measured, and for how long, in order. */
export function gapWords(days: ReportDay[]): string {
  const gaps = gapsOf(days);
  if (gaps.length === 0) {
    return t('agreementWords.noGapOfFiveMinutes');
  }
  const named = gaps.slice(0, MAX_GAPS).map(({ from, to, minutes }) => {
    const when =
      from === to
        ? formatDay(from)
        : t('agreementWords.to2', { from: formatDay(from), to: formatDay(to) });
    return minutes === undefined
      ? t('agreementWords.allOf', { when })
      : t('agreementWords.of', { minutes: durationWords(minutes), when });
  });
  const others = gaps.length - named.length;
  return others > 0
    ? t('agreementWords.noDataAndMore', { named: named.join(', '), others })
    : t('agreementWords.noData', { named: named.join(', ') });
}

interface Gap {
  /** First and last day. */
  from: string;
  to: string;
  /** Of one day; undefined when it is all of it, or of several. */
  minutes?: number;
}

/** Whole days that follow each other are one gap. */
function gapsOf(days: ReportDay[]): Gap[] {
  const gaps: Gap[] = [];
  let dayBefore: string | undefined;
  for (const { day, countedMinutes, measuredMinutes } of days) {
    const minutes = countedMinutes - measuredMinutes;
    const isWhole = minutes > 0 && measuredMinutes === 0;
    const last = gaps.at(-1);
    if (
      isWhole &&
      last &&
      last.minutes === undefined &&
      last.to === dayBefore
    ) {
      last.to = day;
    } else if (minutes >= MIN_GAP_MINUTES) {
      gaps.push({ from: day, to: day, minutes: isWhole ? undefined : minutes });
    }
    dayBefore = day;
  }
  return gaps;
}

import { availabilityPercent, isStale, overallHealth } from './status';
import type { Health, StatusArea } from './status';
import { useFlag } from './useFlag';
import { useStatus } from './useStatus';

const HEALTH: Record<Health, { symbol: string; text: string }> = {
  operational: { symbol: '✓', text: 'Everything works' },
  degraded: { symbol: '⚠', text: 'Some things are slow or fail' },
  outage: { symbol: '✕', text: 'The shop does not work' },
  unknown: { symbol: '?', text: 'We do not know at the moment' },
};

const dateTime = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

export function StatusPage() {
  const { snapshot, hasFailed } = useStatus();
  const showHistory = useFlag('status-page-history');

  if (!snapshot) {
    return hasFailed ? (
      <h1>{HEALTH.unknown.text}</h1>
    ) : (
      <p aria-busy="true">Loading…</p>
    );
  }
  const health = isStale(snapshot, Date.now())
    ? 'unknown'
    : overallHealth(snapshot.areas);

  return (
    <main>
      <h1 data-health={health}>
        <span aria-hidden="true">{HEALTH[health].symbol}</span>{' '}
        {HEALTH[health].text}
      </h1>
      <p>Last checked {dateTime.format(new Date(snapshot.generatedAt))} UTC</p>
      {snapshot.areas.map(area => (
        <AreaRow key={area.id} area={area} showHistory={showHistory} />
      ))}
      <h2>Incidents</h2>
      {snapshot.incidents.length === 0 && <p>None in the last 90 days.</p>}
      {snapshot.incidents.map(incident => (
        <article key={incident.id}>
          <h3>{incident.title}</h3>
          <ol>
            {incident.updates.map(update => (
              <li key={update.at}>
                <time dateTime={update.at}>
                  {dateTime.format(new Date(update.at))} UTC
                </time>{' '}
                {update.text}
              </li>
            ))}
          </ol>
        </article>
      ))}
    </main>
  );
}

function AreaRow(props: { area: StatusArea; showHistory: boolean }) {
  const { area, showHistory } = props;
  const percent = availabilityPercent(area.days);

  return (
    <section className="area">
      <h2>{area.name}</h2>
      <p data-health={area.health}>
        {HEALTH[area.health].symbol} {HEALTH[area.health].text}
      </p>
      {showHistory && (
        <p>
          {percent === undefined
            ? 'Not measured'
            : `${percent.toFixed(2)} % over ${area.days.length} days`}
        </p>
      )}
    </section>
  );
}

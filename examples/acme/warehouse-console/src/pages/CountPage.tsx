import { Button, Card, Notice, TextField } from '@acme/design-system';
import { type FormEvent, useState } from 'react';
import type { InventoryApi } from '../InventoryApi';
import { useScanner } from '../useScanner';

/** From this difference on a second person has to count. */
const RECOUNT_FROM = 3;

export interface CountPageProps {
  inventory: Pick<InventoryApi, 'count'>;
}

export function CountPage({ inventory }: CountPageProps) {
  const [badge, setBadge] = useState<string>();
  const [location, setLocation] = useState<string>();
  const [sku, setSku] = useState<string>();
  const [difference, setDifference] = useState<number>();
  const [hasFailed, setFailed] = useState(false);

  useScanner(scan => {
    setDifference(undefined);
    switch (scan.kind) {
      case 'badge':
        return setBadge(scan.badge);
      case 'shelf':
        return setLocation(scan.location);
      case 'article':
        return setSku(scan.sku);
      default:
        return undefined;
    }
  });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!badge || !location || !sku) {
      return;
    }
    const counted = Number(new FormData(event.currentTarget).get('counted'));
    try {
      setFailed(false);
      setDifference(
        await inventory.count({ sku, location, counted, countedBy: badge }),
      );
      setSku(undefined);
    } catch {
      setFailed(true);
    }
  }

  const next = !badge
    ? 'Scan your badge.'
    : !location
    ? 'Scan the shelf.'
    : 'Scan the article.';

  return (
    <Card title="Count">
      {hasFailed && <Notice tone="bad" title="Not booked. Try again." />}
      {difference !== undefined &&
        (Math.abs(difference) < RECOUNT_FROM ? (
          <Notice tone="good" title="Booked" />
        ) : (
          <Notice tone="warning" title="Ask a colleague to count again">
            The difference is {difference}.
          </Notice>
        ))}
      {badge && location && sku ? (
        <form onSubmit={submit}>
          <p>
            {sku} on shelf {location}
          </p>
          <TextField
            label="How many are there?"
            name="counted"
            type="number"
            inputMode="numeric"
            min={0}
            required
            autoFocus
          />
          <Button variant="primary" type="submit">
            Book
          </Button>
        </form>
      ) : (
        <p>{next}</p>
      )}
    </Card>
  );
}

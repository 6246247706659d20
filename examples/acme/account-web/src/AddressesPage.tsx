import { Button, Card, Notice } from '@acme/design-system';
import { useAddresses } from './useAccount';

export function AddressesPage() {
  const { addresses, remove } = useAddresses();

  if (addresses.isPending) {
    return <p aria-busy="true">Loading your addresses…</p>;
  }
  if (addresses.isError) {
    return (
      <Notice tone="bad" title="Your addresses could not be loaded">
        <Button onClick={() => addresses.refetch()}>Try again</Button>
      </Notice>
    );
  }
  if (addresses.data.length === 0) {
    return (
      <Notice tone="info" title="No addresses yet">
        <p>We save the address of your first order here.</p>
      </Notice>
    );
  }
  return addresses.data.map(address => (
    <Card
      key={address.id}
      title={address.isDefault ? 'Default address' : address.recipient}
      actions={
        <Button
          variant="quiet"
          isBusy={remove.isPending && remove.variables === address.id}
          onClick={() => remove.mutate(address.id)}
          aria-label={`Remove the address in ${address.city}`}
        >
          Remove
        </Button>
      }
    >
      <address>
        {[
          address.recipient,
          ...address.lines,
          `${address.postalCode} ${address.city}`,
          address.country,
        ].map(line => (
          <div key={line}>{line}</div>
        ))}
      </address>
    </Card>
  ));
}

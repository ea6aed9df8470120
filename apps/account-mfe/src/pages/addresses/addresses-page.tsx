import { type Address, addressLines, MAX_SAVED_ADDRESSES, type SavedAddress } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { StatusBadge } from '@plaza/ui/badge';
import { Button } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { PostalAddress } from '@plaza/ui/postal-address';
import { EmptyState } from '@plaza/ui/states';
import { useMutation } from '@tanstack/react-query';
import MapPin from 'lucide-react/icons/map-pin';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { profileMessages } from '../../profile/messages.ts';
import { Problem } from '../../profile/problem.tsx';
import { Section } from '../../profile/section.tsx';
import { AddressForm } from './address-form.tsx';
import type { AddressesData } from './load-addresses.ts';

const texts = profileMessages.addresses;

/** The saved addresses; one at a time is open to be changed. */
export function AddressesPage({ data }: PageProps<AddressesData>) {
  const { client, notify } = useHost();
  const [addresses, setAddresses] = useState(data.addresses);
  const [open, setOpen] = useState<SavedAddress | 'new' | null>(null);
  const change = useMutation({
    networkMode: 'always',
    mutationFn: ({ addressId, kind }: { addressId: string; kind: 'remove' | 'default' }) =>
      kind === 'remove'
        ? client.profile.removeAddress.mutate({ addressId })
        : client.profile.setDefaultAddress.mutate({ addressId }),
    onSuccess: (changed, { kind }) => {
      setAddresses(changed);
      notify({ tone: 'success', text: kind === 'remove' ? texts.removed : profileMessages.saved });
    },
  });
  const settle = (saved: SavedAddress[]) => {
    setAddresses(saved);
    setOpen(null);
    notify({ tone: 'success', text: profileMessages.saved });
  };
  return (
    <AccountFrame current="addresses" title={texts.title} text={texts.text}>
      <Problem error={change.error} />
      {addresses.length === 0 && open === null && (
        <EmptyState icon={<MapPin size={28} />} title={texts.empty} text={texts.emptyText} />
      )}
      <ul className="flex flex-col gap-4">
        {addresses.map((saved) => (
          <li key={saved.id}>
            {open !== 'new' && open?.id === saved.id ? (
              <Section title={texts.editTitle}>
                <AddressForm
                  address={saved.address}
                  saved={saved}
                  onSaved={settle}
                  onCancel={() => setOpen(null)}
                />
              </Section>
            ) : (
              <AddressCard
                saved={saved}
                isBusy={change.isPending && change.variables.addressId === saved.id}
                onEdit={() => setOpen(saved)}
                onChange={(kind) => change.mutate({ addressId: saved.id, kind })}
              />
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <Section title={texts.newTitle}>
          <AddressForm
            address={newAddress(data.profile)}
            saved={null}
            onSaved={settle}
            onCancel={() => setOpen(null)}
          />
        </Section>
      ) : (
        addresses.length < MAX_SAVED_ADDRESSES && (
          <Button
            variant="secondary"
            className="self-start"
            icon={<Plus size={18} aria-hidden="true" />}
            onClick={() => setOpen('new')}
          >
            {texts.add}
          </Button>
        )
      )}
    </AccountFrame>
  );
}

interface AddressCardProps {
  saved: SavedAddress;
  isBusy: boolean;
  onEdit: () => void;
  onChange: (kind: 'remove' | 'default') => void;
}

function AddressCard({ saved: { address, isDefault }, isBusy, onEdit, onChange }: AddressCardProps) {
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <PostalAddress lines={addressLines(address)} />
        {isDefault && <StatusBadge tone="accent">{texts.default}</StatusBadge>}
      </div>
      {address.phone && <p className="text-ink-muted">{address.phone}</p>}
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" aria-label={texts.editOf(address.line1)} onClick={onEdit}>
          {texts.edit}
        </Button>
        {!isDefault && (
          <Button
            variant="secondary"
            size="sm"
            aria-label={texts.makeDefaultOf(address.line1)}
            busy={isBusy}
            onClick={() => onChange('default')}
          >
            {texts.makeDefault}
          </Button>
        )}
        <Button
          variant="quiet"
          size="sm"
          aria-label={texts.removeOf(address.line1)}
          busy={isBusy}
          onClick={() => onChange('remove')}
        >
          {texts.remove}
        </Button>
      </div>
    </Card>
  );
}

const newAddress = ({ fullName, displayName, phone }: AddressesData['profile']): Address => ({
  fullName: fullName || displayName,
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  country: 'US',
  phone,
});

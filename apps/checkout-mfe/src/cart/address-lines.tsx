import type { Address } from '@plaza/contracts';
import { countryName } from './countries.ts';

/** A postal address as it is written on a parcel. */
export function AddressLines({ address }: { address: Address }) {
  const place = [address.city, address.region, address.postalCode].filter(Boolean).join(', ');
  const lines = [address.fullName, address.line1, address.line2, place, countryName(address.country)];
  return (
    <address className="text-ink-muted not-italic">
      {lines.filter(Boolean).map((line) => (
        <span key={line} className="block wrap-anywhere">
          {line}
        </span>
      ))}
    </address>
  );
}

import { type Address, addressLines, type SavedAddress } from '@plaza/contracts';
import { RadioCards } from '@plaza/ui/radio-cards';
import { messages } from '../../messages.ts';

const texts = messages.checkout;
const OTHER = 'other';

interface SavedAddressChoiceProps {
  savedAddresses: readonly SavedAddress[];
  /** The one that is in the form now; undefined for any other address. */
  chosenId: string | undefined;
  /** Null for another address than these. */
  onChoose: (address: Address | null) => void;
}

/** The addresses of the account, to be put into the form by a press. */
export function SavedAddressChoice({ savedAddresses, chosenId, onChoose }: SavedAddressChoiceProps) {
  const options = savedAddresses.map(({ id, address }) => ({
    value: id,
    label: address.fullName,
    description: addressLines(address).slice(1).join(', '),
  }));
  return (
    <RadioCards
      legend={texts.savedAddresses}
      options={[...options, { value: OTHER, label: texts.otherAddress }]}
      value={chosenId ?? OTHER}
      onChange={(id) => onChoose(savedAddresses.find((saved) => saved.id === id)?.address ?? null)}
    />
  );
}

/** Whether two addresses are the same, field by field. */
export const isSame = (one: Address, other: { [Field in keyof Address]?: unknown }): boolean =>
  FIELDS.every((field) => one[field] === other[field]);
const FIELDS = [
  'fullName',
  'line1',
  'line2',
  'city',
  'region',
  'postalCode',
  'country',
  'phone',
] as const satisfies readonly (keyof Address)[];

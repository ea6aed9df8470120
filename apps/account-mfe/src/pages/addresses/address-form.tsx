import { zodResolver } from '@hookform/resolvers/zod';
import { type Address, addressSchema, countryName, countrySchema, type SavedAddress } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Checkbox } from '@plaza/ui/checkbox';
import { SelectField } from '@plaza/ui/select-field';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { profileMessages } from '../../profile/messages.ts';
import { Problem } from '../../profile/problem.tsx';

const texts = profileMessages.addresses;

const countryOptions = countrySchema.options
  .map((country) => ({ value: country, label: countryName(country) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));
const formSchema = addressSchema.extend({
  country: z.enum(countrySchema.options, { error: texts.chooseCountry }),
  isDefault: z.boolean(),
});

export interface AddressFormProps {
  address: Address;
  /** The one that is changed; null for a new one. */
  saved: SavedAddress | null;
  onSaved: (addresses: SavedAddress[]) => void;
  onCancel: () => void;
}

/** One address, new or changed. */
export function AddressForm({ address, saved, onSaved, onCancel }: AddressFormProps) {
  const { client } = useHost();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(formSchema),
    mode: 'onTouched',
    defaultValues: { ...address, isDefault: saved?.isDefault ?? false },
  });
  const save = useMutation({
    networkMode: 'always',
    mutationFn: ({ isDefault, ...fields }: z.output<typeof formSchema>) =>
      client.profile.saveAddress.mutate({
        ...(saved && { addressId: saved.id }),
        address: fields,
        isDefault,
      }),
    onSuccess: (result) => {
      if (result.ok) onSaved(result.addresses);
    },
  });
  const { errors } = formState;
  const refusal = save.data && !save.data.ok ? save.data.message : undefined;
  return (
    <form noValidate onSubmit={handleSubmit((values) => save.mutate(values))} className="flex flex-col gap-5">
      <TextField
        label={texts.fullName}
        autoComplete="shipping name"
        error={errors.fullName?.message}
        {...register('fullName')}
      />
      <SelectField
        label={texts.country}
        autoComplete="shipping country"
        options={countryOptions}
        error={errors.country?.message}
        {...register('country')}
      />
      <TextField
        label={texts.line1}
        autoComplete="shipping address-line1"
        error={errors.line1?.message}
        {...register('line1')}
      />
      <TextField
        label={texts.line2}
        optional
        autoComplete="shipping address-line2"
        error={errors.line2?.message}
        {...register('line2')}
      />
      <div className="grid gap-5 sm:grid-cols-[2fr_1.4fr_1fr]">
        <TextField
          label={texts.city}
          autoComplete="shipping address-level2"
          error={errors.city?.message}
          {...register('city')}
        />
        <TextField
          label={texts.region}
          optional
          autoComplete="shipping address-level1"
          error={errors.region?.message}
          {...register('region')}
        />
        <TextField
          label={texts.postalCode}
          autoComplete="shipping postal-code"
          error={errors.postalCode?.message}
          {...register('postalCode')}
        />
      </div>
      <TextField
        label={texts.phone}
        optional
        type="tel"
        autoComplete="shipping tel"
        error={errors.phone?.message}
        {...register('phone')}
      />
      {!saved?.isDefault && <Checkbox label={texts.isDefault} {...register('isDefault')} />}
      <Problem error={save.error} text={refusal} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={save.isPending} busyLabel={profileMessages.saving}>
          {profileMessages.save}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {profileMessages.cancel}
        </Button>
      </div>
    </form>
  );
}

import { zodResolver } from '@hookform/resolvers/zod';
import {
  type Address,
  type addressSchema,
  type Cart,
  type SavedAddress,
  setDeliveryInput,
} from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Checkbox } from '@plaza/ui/checkbox';
import { Notice } from '@plaza/ui/notice';
import { SelectField } from '@plaza/ui/select-field';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { countryOptions } from '../../cart/countries.ts';
import { CART_SCOPE, useCartCache } from '../../cart/use-cart.ts';
import { messages } from '../../messages.ts';
import { dropDraft, keepDraft, readDraft } from './delivery-draft.ts';
import { isSame, SavedAddressChoice } from './saved-address-choice.tsx';

const texts = messages.checkout;
const EMPTY: Address = {
  fullName: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  country: 'US',
  phone: '',
};

// The country's own error names the codes that are allowed, which helps nobody.
const formSchema = setDeliveryInput.extend({
  address: setDeliveryInput.shape.address.extend({
    country: z.enum(setDeliveryInput.shape.address.shape.country.options, { error: texts.chooseCountry }),
  }),
});

export interface DeliveryFormProps {
  cart: Cart;
  accountEmail: string;
  /** Null for a guest. */
  savedAddresses: readonly SavedAddress[] | null;
  onSaved: () => void;
}

/** Who gets the parcel and the confirmation. What is typed outlives errors and a reload of the tab. */
export function DeliveryForm({ cart, accountEmail, savedAddresses, onSaved }: DeliveryFormProps) {
  const { api, client, notify } = useHost();
  const cache = useCartCache();
  // In the server's HTML, too: a field that got its text later would mix it with what somebody has begun to type.
  const [first] = useState({
    email: cart.email ?? accountEmail,
    address: cart.address ?? savedAddresses?.[0]?.address ?? EMPTY,
  });
  const { register, handleSubmit, formState, reset, watch, setValue } = useForm({
    resolver: zodResolver(formSchema),
    mode: 'onTouched',
    defaultValues: first,
  });
  const [isToBeKept, setToBeKept] = useState(false);
  const typed = watch('address');
  const chosen = savedAddresses?.find(({ address }) => isSame(address, typed));
  // The order does not wait for it, and goes on without it.
  const keepAddress = (address: z.input<typeof addressSchema>) =>
    client.profile.saveAddress.mutate({ address }).then(
      (result) => result.ok || notify({ tone: 'warning', text: result.message }),
      () => notify({ tone: 'warning', text: texts.notKept }),
    );
  const save = useMutation(
    api.cart.setDelivery.mutationOptions({
      // Without a network it fails and says so, rather than wait for one.
      networkMode: 'always',
      scope: CART_SCOPE,
      onSuccess(answer, { address }) {
        if (isToBeKept && !chosen) void keepAddress(address);
        dropDraft();
        cache.settle(answer);
        onSaved();
      },
    }),
  );
  useEffect(() => {
    const draft = readDraft();
    const parsed = draft && formSchema.shape.address.shape.country.safeParse(draft.address.country);
    if (draft) {
      const country = parsed?.success ? parsed.data : EMPTY.country;
      reset({ ...draft, address: { ...draft.address, country } }, { keepDefaultValues: true });
    }
    const watching = watch((values) => keepDraft(values));
    return () => watching.unsubscribe();
  }, [reset, watch]);

  const { errors } = formState;
  const address = errors.address;
  return (
    <form noValidate onSubmit={handleSubmit((values) => save.mutate(values))} className="flex flex-col gap-5">
      <TextField
        label={texts.email}
        hint={texts.emailHint}
        type="email"
        autoComplete="email"
        error={errors.email?.message}
        defaultValue={first.email}
        {...register('email')}
      />
      {savedAddresses && savedAddresses.length > 0 && (
        <SavedAddressChoice
          savedAddresses={savedAddresses}
          chosenId={chosen?.id}
          onChoose={(address) => setValue('address', address ?? EMPTY, { shouldDirty: true })}
        />
      )}
      <TextField
        label={texts.fullName}
        autoComplete="shipping name"
        error={address?.fullName?.message}
        defaultValue={first.address.fullName}
        {...register('address.fullName')}
      />
      <SelectField
        label={texts.country}
        autoComplete="shipping country"
        options={countryOptions}
        error={address?.country?.message}
        defaultValue={first.address.country}
        {...register('address.country')}
      />
      <TextField
        label={texts.line1}
        autoComplete="shipping address-line1"
        error={address?.line1?.message}
        defaultValue={first.address.line1}
        {...register('address.line1')}
      />
      <TextField
        label={texts.line2}
        optional
        autoComplete="shipping address-line2"
        error={address?.line2?.message}
        defaultValue={first.address.line2}
        {...register('address.line2')}
      />
      <div className="grid gap-5 sm:grid-cols-[2fr_1.4fr_1fr]">
        <TextField
          label={texts.city}
          autoComplete="shipping address-level2"
          error={address?.city?.message}
          defaultValue={first.address.city}
          {...register('address.city')}
        />
        <TextField
          label={texts.region}
          optional
          autoComplete="shipping address-level1"
          error={address?.region?.message}
          defaultValue={first.address.region}
          {...register('address.region')}
        />
        <TextField
          label={texts.postalCode}
          autoComplete="shipping postal-code"
          error={address?.postalCode?.message}
          defaultValue={first.address.postalCode}
          {...register('address.postalCode')}
        />
      </div>
      <TextField
        label={texts.phone}
        hint={texts.phoneHint}
        optional
        type="tel"
        autoComplete="shipping tel"
        error={address?.phone?.message}
        defaultValue={first.address.phone}
        {...register('address.phone')}
      />
      {savedAddresses && !chosen && (
        <Checkbox
          label={texts.keepAddress}
          checked={isToBeKept}
          onChange={(event) => setToBeKept(event.target.checked)}
        />
      )}
      {save.isError && <Notice tone="danger">{toApiError(save.error)?.message ?? texts.saveFailed}</Notice>}
      <Button
        type="submit"
        size="lg"
        busy={save.isPending}
        busyLabel={texts.saving}
        className="sm:self-start"
      >
        {texts.save}
      </Button>
    </form>
  );
}

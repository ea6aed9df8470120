import { zodResolver } from '@hookform/resolvers/zod';
import { shipInput } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { TextField } from '@plaza/ui/text-field';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { messages } from '../../messages.ts';

const texts = messages.orders;
const parcelSchema = shipInput.omit({ sellerOrderId: true });

export interface ShipFormProps {
  busy: boolean;
  onShip: (parcel: { carrier: string; trackingNumber: string }) => void;
  onClose: () => void;
}

/** With whom and under which number a parcel travels. */
export function ShipForm({ busy, onShip, onClose }: ShipFormProps) {
  const { register, handleSubmit, formState, setFocus } = useForm({
    resolver: zodResolver(parcelSchema),
    defaultValues: { carrier: '', trackingNumber: '' },
  });
  useEffect(() => setFocus('carrier'), [setFocus]);
  const { errors } = formState;
  return (
    <form
      noValidate
      aria-label={texts.shipTitle}
      onSubmit={handleSubmit(onShip)}
      className="flex flex-col gap-4"
    >
      <TextField
        label={texts.carrier}
        hint={texts.carrierHint}
        error={errors.carrier?.message}
        {...register('carrier')}
      />
      <TextField
        label={texts.trackingNumber}
        autoComplete="off"
        error={errors.trackingNumber?.message}
        {...register('trackingNumber')}
      />
      <div className="flex gap-3">
        <Button type="submit" busy={busy}>
          {texts.ship}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {messages.stock.close}
        </Button>
      </div>
    </form>
  );
}

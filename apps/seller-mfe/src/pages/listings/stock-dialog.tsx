import type { Listing } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { SkeletonText } from '@plaza/ui/skeleton';
import { ErrorState } from '@plaza/ui/states';
import { TextField } from '@plaza/ui/text-field';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messages } from '../../messages.ts';
import { parseCount } from '../../shared/money-input.ts';

const texts = messages.stock;

export interface StockDialogProps {
  /** The listing to restock; the dialog is closed without one. */
  listing: { id: string; title: string } | null;
  onClose: () => void;
}

/** Restocks the variants of one listing without opening it. */
export function StockDialog({ listing, onClose }: StockDialogProps) {
  return (
    <Dialog open={listing !== null} onClose={onClose} title={texts.title} description={listing?.title}>
      {listing && <StockOf productId={listing.id} onClose={onClose} />}
    </Dialog>
  );
}

function StockOf({ productId, onClose }: { productId: string; onClose: () => void }) {
  const { api } = useHost();
  const listing = useQuery({
    ...api.catalog.getListing.queryOptions({ productId }),
    staleTime: 0,
    gcTime: 0,
  });
  if (listing.isPending) return <SkeletonText lines={4} />;
  if (listing.isError)
    return <ErrorState compact onRetry={() => void listing.refetch()} retrying={listing.isFetching} />;
  return <StockForm variants={listing.data.variants} onClose={onClose} />;
}

function StockForm({ variants, onClose }: { variants: Listing['variants']; onClose: () => void }) {
  const { client, notify } = useHost();
  const { reload } = useNavigation();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const found: Record<string, string> = {};
    for (const { id, onHandQuantity } of variants) {
      const text = typed[id];
      if (text === undefined || text === String(onHandQuantity)) continue;
      const problem = await saveOne(id, text);
      if (problem) found[id] = problem;
    }
    setErrors(found);
    setBusy(false);
    if (Object.keys(found).length > 0) return;
    notify({ tone: 'success', text: texts.saved });
    onClose();
    await reload();
  }
  /** What is wrong with one figure, or null when it is stored. */
  async function saveOne(variantId: string, text: string): Promise<string | null> {
    const quantity = parseCount(text);
    if (quantity === null) return texts.invalid;
    try {
      const answer = await client.inventory.setStock.mutate({ variantId, onHandQuantity: quantity });
      return answer.ok ? null : answer.message;
    } catch (error) {
      return toApiError(error)?.message ?? messages.failed;
    }
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <p className="text-sm text-ink-muted">{texts.text}</p>
      {variants.map(({ id, optionValues, onHandQuantity, reservedQuantity }) => (
        <TextField
          key={id}
          label={texts.onHand(optionValues.join(' / ') || texts.single)}
          inputMode="numeric"
          value={typed[id] ?? String(onHandQuantity)}
          onChange={(event) => setTyped({ ...typed, [id]: event.target.value })}
          hint={reservedQuantity > 0 ? texts.reserved(reservedQuantity) : undefined}
          error={errors[id]}
        />
      ))}
      <div className="flex justify-end gap-3">
        <Button variant="secondary" onClick={onClose}>
          {texts.close}
        </Button>
        <Button type="submit" busy={busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

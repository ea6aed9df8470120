import type { Listing, SaveListingInput } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { paths, useNavigation } from '@plaza/navigation';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import {
  type ListingForm,
  type ListingFormOutput,
  toForm,
  toFormField,
  toSaveInput,
} from './listing-form.ts';

const texts = messages.editor;
type Status = SaveListingInput['status'];

export type SaveProblem = { kind: 'refused'; message: string } | { kind: 'elsewhere'; status: Status };

export interface SavingOptions {
  form: UseFormReturn<ListingForm, unknown, ListingFormOutput>;
  listing: Listing | null;
  /** Told what the server holds now. */
  onLoaded: (listing: Listing) => void;
}

export type Saving = ReturnType<typeof useSaveListing>;

/** Saves the form, and says at the right field why it could not. What was typed is never lost by a refusal. */
export function useSaveListing({ form, listing, onLoaded }: SavingOptions) {
  const { client, notify } = useHost();
  const { open } = useNavigation();
  const [busy, setBusy] = useState<Status | null>(null);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  // Not a state: the way out is asked for in the same breath in which it is set.
  const leaving = useRef(false);

  const fail = (error: unknown) =>
    setProblem({ kind: 'refused', message: toApiError(error)?.message ?? messages.failed });

  /** Takes over what the server holds; the form shows it and counts as saved. */
  async function load(productId: string): Promise<void> {
    const stored = await client.catalog.getListing.query({ productId });
    onLoaded(stored);
    form.reset(toForm(stored));
  }

  async function send(values: ListingFormOutput, status: Status, base: Listing | null): Promise<void> {
    setBusy(status);
    setProblem(null);
    try {
      const answer = await client.catalog.saveListing.mutate(toSaveInput(values, base, status));
      if (answer.ok) {
        notify({ tone: 'success', text: status === 'published' ? texts.published : texts.saved });
        if (base) await load(answer.productId);
        else {
          leaving.current = true;
          await open(paths.sellerListing(answer.productId), { replace: true });
        }
        return;
      }
      if (answer.code === 'edited_elsewhere') return setProblem({ kind: 'elsewhere', status });
      const field = toFormField(answer.field);
      if (field) form.setError(field, { message: answer.message }, { shouldFocus: true });
      setProblem({ kind: 'refused', message: answer.message });
    } catch (error) {
      fail(error);
    } finally {
      setBusy(null);
    }
  }

  return {
    busy,
    problem,
    /** True once a new listing is saved and its own page is being opened. */
    isLeaving: () => leaving.current,
    save: (status: Status) => form.handleSubmit((values) => send(values, status, listing))(),
    /** After an edit elsewhere: this version on top of the newest. */
    async keepMine(status: Status): Promise<void> {
      if (!listing) return;
      try {
        const newest = await client.catalog.getListing.query({ productId: listing.id });
        await form.handleSubmit((values) => send(values, status, newest))();
      } catch (error) {
        fail(error);
      }
    },
    /** After an edit elsewhere: the newest instead of this version. */
    async loadTheirs(): Promise<void> {
      if (!listing) return;
      try {
        await load(listing.id);
        setProblem(null);
      } catch (error) {
        fail(error);
      }
    },
  };
}

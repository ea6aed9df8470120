import { zodResolver } from '@hookform/resolvers/zod';
import type { CategoryNode, Listing } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { StatusBadge } from '@plaza/ui/badge';
import { linkClass } from '@plaza/ui/button';
import { useMemo, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { messages } from '../../../messages.ts';
import { SellerFrame } from '../../../shared/seller-frame.tsx';
import { BasicsSection } from './basics-section.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import {
  currencyOf,
  type ListingForm,
  type ListingFormOutput,
  listingFormSchema,
  toForm,
} from './listing-form.ts';
import { OptionsSection } from './options-section.tsx';
import { PicturesSection } from './pictures-section.tsx';
import { SaveBar } from './save-bar.tsx';
import { SpecsSection } from './specs-section.tsx';
import { useSaveListing } from './use-save-listing.ts';
import { VariantsSection } from './variants-section.tsx';

const texts = messages.editor;

export interface ListingEditorProps {
  /** What is edited; null for a new listing. */
  listing: Listing | null;
  categories: readonly CategoryNode[];
}

/** Everything that a seller states about a product, in one form. */
export function ListingEditor({ listing: loaded, categories }: ListingEditorProps) {
  const [listing, setListing] = useState(loaded);
  const currency = currencyOf(listing);
  const resolver = useMemo(() => zodResolver(listingFormSchema(currency)), [currency]);
  const form = useForm<ListingForm, unknown, ListingFormOutput>({
    resolver,
    defaultValues: toForm(listing),
    mode: 'onTouched',
  });
  const saving = useSaveListing({ form, listing, onLoaded: setListing });
  const { isDirty } = form.formState;

  return (
    <SellerFrame
      section="listings"
      title={listing?.title ?? texts.newTitle}
      aside={
        <span className="flex flex-wrap items-center gap-4">
          <AppLink href={paths.sellerListings()} className={linkClass}>
            {texts.back}
          </AppLink>
          {listing && (
            <StatusBadge tone={listing.status === 'published' ? 'positive' : 'neutral'}>
              {messages.status[listing.status]}
            </StatusBadge>
          )}
          {listing?.status === 'published' && (
            <AppLink href={paths.product(listing.slug)} className={linkClass}>
              {texts.view}
            </AppLink>
          )}
        </span>
      }
    >
      <FormProvider {...form}>
        <form noValidate onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-6">
          <BasicsSection categories={categories} />
          <PicturesSection />
          <OptionsSection />
          <VariantsSection />
          <SpecsSection />
          <SaveBar listing={listing} saving={saving} />
        </form>
      </FormProvider>
      <LeaveGuard isActive={() => isDirty && !saving.isLeaving()} />
    </SellerFrame>
  );
}

import type { Variant } from '@plaza/contracts';
import { paths, useNavigation } from '@plaza/navigation';
import { useState } from 'react';
import { initialVariant } from './variant-choice.ts';

/**
 * The variant that the shopper looks at, held in `?variant=`; a choice shows at once, before the address has changed.
 * @returns the variant, and what to call with another one of the same product
 */
export function useChosenVariant(
  product: { slug: string; variants: readonly Variant[] },
  addressVariantId: string | undefined,
): [Variant, (variant: Variant) => void] {
  const { open } = useNavigation();
  const [draft, setDraft] = useState({ addressVariantId, chosenId: addressVariantId });
  // A draft counts until the address has changed, whether it led there or the browser's back button did.
  if (draft.addressVariantId !== addressVariantId) {
    setDraft({ addressVariantId, chosenId: addressVariantId });
  }
  const chosenId = draft.addressVariantId === addressVariantId ? draft.chosenId : addressVariantId;

  return [
    initialVariant(product.variants, chosenId),
    (variant) => {
      setDraft({ addressVariantId, chosenId: variant.id });
      void open(`${paths.product(product.slug)}?variant=${variant.id}`, { replace: true, keepScroll: true });
    },
  ];
}

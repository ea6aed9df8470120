import { z } from 'zod';

const DRAFT_ITEM = 'plaza:delivery-draft';

const text = z.string().max(300).catch('');
/** The form's fields as typed, valid or not. */
const deliveryDraftSchema = z.object({
  email: text,
  address: z.object({
    fullName: text,
    line1: text,
    line2: text,
    city: text,
    region: text,
    postalCode: text,
    country: text,
    phone: text,
  }),
});
export type DeliveryDraft = z.infer<typeof deliveryDraftSchema>;

/** What was typed before a reload of this tab, or null. Storage that is forbidden or spoilt counts as empty. */
export function readDraft(): DeliveryDraft | null {
  try {
    return deliveryDraftSchema.parse(JSON.parse(sessionStorage.getItem(DRAFT_ITEM) ?? ''));
  } catch {
    return null;
  }
}

export function keepDraft(draft: unknown): void {
  try {
    sessionStorage.setItem(DRAFT_ITEM, JSON.stringify(draft));
  } catch {}
}

export function dropDraft(): void {
  try {
    sessionStorage.removeItem(DRAFT_ITEM);
  } catch {}
}

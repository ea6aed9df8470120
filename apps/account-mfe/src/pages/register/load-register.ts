import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { type FormData, loadForm } from '../../form/load-form.ts';

/** What is filled in beforehand. */
interface Guest {
  displayName: string;
  email: string;
}

export interface RegisterData extends FormData {
  /** Whoever has just bought without an account. */
  guest: Guest | null;
}

export async function loadRegister(input: LoaderInput): LoaderResult<RegisterData> {
  const [form, guest] = await Promise.all([loadForm(input), findGuest(input)]);
  return form.kind === 'ok' ? { kind: 'ok', data: { ...form.data, guest } } : form;
}

/** By an order of this browser's own; the address shows neither name nor e-mail. */
async function findGuest({ api, search }: LoaderInput): Promise<Guest | null> {
  if (search.order === undefined) return null;
  const order = await api.order.get.query({ orderId: search.order }).catch(() => null);
  return order && { displayName: order.address.fullName, email: order.email };
}

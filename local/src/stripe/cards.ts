import type { PaymentFailure } from './records.ts';

/** How an attempt to pay ends. */
export type CardOutcome =
  | { kind: 'succeeded' }
  | { kind: 'challenge' }
  | { kind: 'declined'; failure: PaymentFailure };

const decline = (declineCode: string, message: string): CardOutcome => ({
  kind: 'declined',
  failure: { code: 'card_declined', declineCode, message },
});

/** Stripe's own test numbers that the payment page knows. */
export const TEST_CARDS: { number: string; purpose: string; outcome: CardOutcome }[] = [
  { number: '4242424242424242', purpose: 'Payment succeeds', outcome: { kind: 'succeeded' } },
  {
    number: '4000000000000002',
    purpose: 'Card is declined',
    outcome: decline('generic_decline', 'Your card was declined. Try another card.'),
  },
  {
    number: '4000000000009995',
    purpose: 'Insufficient funds',
    outcome: decline('insufficient_funds', 'Your card has insufficient funds. Try another card.'),
  },
  { number: '4000002500003155', purpose: 'Asks for 3-D Secure', outcome: { kind: 'challenge' } },
];

export const AUTHENTICATION_FAILURE: PaymentFailure = {
  code: 'payment_intent_authentication_failure',
  declineCode: null,
  message: 'Your bank could not confirm that it is you. Try again or use another card.',
};

/** What a person typed into the card form. */
export interface CardForm {
  number: string;
  expiry: string;
  cvc: string;
  name: string;
}

export type CardField = keyof CardForm;

/**
 * Checks the form as the page's own validation does, before any attempt to pay.
 * @returns messages by field; empty when the form can be used
 */
export function checkCardForm(form: CardForm, now: Date): Partial<Record<CardField, string>> {
  const errors: Partial<Record<CardField, string>> = {};
  const digits = form.number.replace(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(digits) || !passesLuhn(digits)) errors.number = 'Enter a valid card number.';
  const expiry = /^\s*(\d{1,2})\s*\/?\s*(\d{2}|\d{4})\s*$/.exec(form.expiry);
  const month = Number(expiry?.[1]);
  const year = Number(expiry?.[2]?.slice(-2)) + 2000;
  if (!expiry || month < 1 || month > 12) errors.expiry = 'Enter the expiry date as MM / YY.';
  else if (Date.UTC(year, month) <= now.getTime()) errors.expiry = 'This card has expired.';
  if (!/^\d{3,4}$/.test(form.cvc.trim())) errors.cvc = 'Enter the 3 or 4 digits of the security code.';
  if (form.name.trim() === '') errors.name = 'Enter the name on the card.';
  return errors;
}

/** @param number a valid card number, blanks allowed */
export function outcomeOf(number: string): CardOutcome {
  const digits = number.replace(/[\s-]/g, '');
  const known = TEST_CARDS.find((card) => card.number === digits);
  if (known) return known.outcome;
  return decline('test_mode_live_card', 'This page takes test cards only. No real card can be used here.');
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

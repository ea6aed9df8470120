import { html, raw } from 'hono/html';
import { type CardField, type CardForm, TEST_CARDS } from './cards.ts';
import { messages } from './pay-page.messages.ts';
import { styles } from './pay-page.styles.ts';
import type { Checkout, Payment } from './records.ts';

type Html = ReturnType<typeof html>;

/** What the card form shows besides its fields. */
export interface PayPageState {
  form: CardForm;
  errors: Partial<Record<CardField, string>>;
  declined?: string;
}

export const EMPTY_PAGE: PayPageState = { form: { number: '', expiry: '', cvc: '', name: '' }, errors: {} };

/** The form of an open session. @param action address that the form is sent to */
export function payPage(checkout: Checkout, action: string, state: PayPageState): Html {
  const total = formatAmount(checkout.amountMinor, checkout.currency);
  const content = html`
    <section aria-labelledby="summary">
      <h1>${messages.title(total)}</h1>
      <h2 id="summary">${messages.summary}</h2>
      <ul class="lines">
        ${checkout.lines.map(
          (line) => html`<li>
            <span>${line.name}${line.description ? html`<small>${line.description}</small>` : ''}<small>${messages.quantity(line.quantity)}</small></span>
            <span class="amount">${formatAmount(line.unitAmountMinor * line.quantity, checkout.currency)}</span>
          </li>`,
        )}
      </ul>
      <p class="total"><span>${messages.total}</span><span class="amount">${total}</span></p>
      ${checkout.cancelUrl ? html`<a class="back" href="${checkout.cancelUrl}">${messages.back}</a>` : ''}
    </section>
    <section class="card" aria-labelledby="card">
      <h2 id="card">${messages.cardHeading}</h2>
      ${alert(state)}
      <form method="post" action="${action}" novalidate>
        ${field('number', messages.number, state, { autocomplete: 'cc-number', inputmode: 'numeric', placeholder: '4242 4242 4242 4242' })}
        <div class="pair">
          ${field('expiry', messages.expiry, state, { autocomplete: 'cc-exp', hint: messages.expiryHint })}
          ${field('cvc', messages.cvc, state, { autocomplete: 'cc-csc', inputmode: 'numeric', hint: messages.cvcHint })}
        </div>
        ${field('name', messages.name, state, { autocomplete: 'cc-name' })}
        <button type="submit">${messages.pay(total)}</button>
      </form>
      <details open>
        <summary>${messages.testCards}</summary>
        <dl>
          ${TEST_CARDS.map((card) => html`<dt>${card.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</dt><dd>${card.purpose}</dd>`)}
        </dl>
        <p class="hint">${messages.testCardsHint}</p>
      </details>
    </section>`;
  return layout(
    state.declined ? `${messages.declined}: ${messages.title(total)}` : messages.title(total),
    content,
  );
}

/** The 3-D Secure question of the bank. */
export function challengePage(checkout: Checkout, payment: Payment, action: string): Html {
  const amount = formatAmount(payment.amountMinor, payment.currency);
  return layout(
    messages.challengeTitle,
    html`<section class="card">
      <h1>${messages.challengeTitle}</h1>
      <p>${messages.challengeText(amount, payment.cardLast4)}</p>
      <form method="post" action="${action}">
        <button type="submit" name="answer" value="complete">${messages.challengeYes}</button>
        <button type="submit" name="answer" value="fail" class="quiet">${messages.challengeNo}</button>
      </form>
      ${checkout.cancelUrl ? html`<a class="back" href="${checkout.cancelUrl}">${messages.back}</a>` : ''}
    </section>`,
    true,
  );
}

/** A page without a form. @param link where to go from here */
export function noticePage(title: string, text: string, link?: { href: string; label: string }): Html {
  return layout(
    title,
    html`<section class="card">
      <h1>${title}</h1>
      <p>${text}</p>
      ${link ? html`<a class="button" href="${link.href}">${link.label}</a>` : ''}
    </section>`,
    true,
  );
}

function layout(title: string, content: Html, single = false): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(styles)}</style>
</head>
<body>
<header class="note">${messages.standIn}</header>
<main class="${single ? 'single' : ''}">${content}</main>
</body>
</html>`;
}

function alert(state: PayPageState): Html | '' {
  if (state.declined) {
    return html`<div class="alert" role="alert"><strong>${messages.declined}</strong>${state.declined} ${messages.nothingCharged}</div>`;
  }
  return Object.keys(state.errors).length > 0
    ? html`<div class="alert" role="alert"><strong>${messages.checkFields}</strong></div>`
    : '';
}

function field(
  name: CardField,
  label: string,
  state: PayPageState,
  options: { autocomplete: string; inputmode?: 'numeric'; hint?: string; placeholder?: string },
): Html {
  const error = state.errors[name];
  // After an answer the page opens at what has to be changed, not at its top.
  const firstWrong = state.declined ? 'number' : Object.keys(state.errors)[0];
  const hasFocus = name === firstWrong;
  const described = [options.hint ? `${name}-hint` : '', error ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${state.form[name]}" autocomplete="${options.autocomplete}" required
      inputmode="${options.inputmode ?? 'text'}" maxlength="80" placeholder="${options.placeholder ?? ''}"
      ${hasFocus ? 'autofocus' : ''} aria-invalid="${error ? 'true' : 'false'}" aria-describedby="${described}">
    ${options.hint ? html`<small class="hint" id="${name}-hint">${options.hint}</small>` : ''}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : ''}
  </div>`;
}

/** @param amountMinor in the currency's minor units */
function formatAmount(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}

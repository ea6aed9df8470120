import { html, raw } from 'hono/html';
import { styles } from '../mail/inbox.styles.ts';
import type { KeptSms } from './message-box.ts';
import { messages } from './sms.messages.ts';

export const SMS_PATH = '/inbox/sms';

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});

/** What this page has besides the inbox's: one column, and bubbles. */
const ownStyles = `
.phone { width: 100%; max-width: 40rem; margin-inline: auto; flex: 1; background: var(--surface); padding: 1rem; }
.phone header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
.phone ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
.bubble { background: var(--soft); border-radius: 4px 16px 16px 16px; padding: .75rem 1rem; max-width: 34rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .25rem 0 0; }
@media (min-width: 56rem) { .phone { border-inline: 1px solid var(--line); padding: 1.5rem 2rem; } }
`;

/** Text messages, newest first. @param to shown are messages for this number */
export function smsPage({ all, shown, to }: { all: number; shown: readonly KeptSms[]; to: string }) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${messages.title}</title>
<style>${raw(styles)}${raw(ownStyles)}</style>
<script src="${SMS_PATH}/watch.js" defer></script>
</head>
<body data-newest="${shown[0]?.id ?? ''}">
<header class="note">${messages.standIn}</header>
<main class="phone">
<nav class="tabs boxes" aria-label="${messages.boxes}"><a href="/inbox">${messages.mail}</a><a href="${SMS_PATH}" aria-current="page">${messages.sms}</a></nav>
<header><h1>${messages.title}</h1>
<form method="post" action="${SMS_PATH}/clear"><button class="quiet" ${all === 0 ? 'hidden' : ''}>${messages.clear}</button></form></header>
<form class="search" action="${SMS_PATH}" role="search">
<label for="to">${messages.search}</label>
<div><input id="to" name="to" type="search" inputmode="tel" value="${to}" placeholder="${messages.searchPlaceholder}" maxlength="40" autocomplete="off"><button>${messages.find}</button></div>
</form>
${shown.length === 0 ? emptyList(to) : html`<ol>${shown.map(item)}</ol>`}
</main>
</body>
</html>`;
}

function item(sms: KeptSms) {
  return html`<li><span class="row"><span class="who">${sms.to} · ${messages.from(sms.from)}</span><time datetime="${sms.receivedAt}">${timeFormat.format(new Date(sms.receivedAt))}</time></span>
<p class="bubble">${sms.text}</p>
${sms.copies > 1 ? html`<span class="copies">${messages.copies(sms.copies)}</span>` : ''}</li>`;
}

function emptyList(to: string) {
  return to === ''
    ? html`<div class="empty"><strong>${messages.empty}</strong><p>${messages.emptyHint}</p></div>`
    : html`<div class="empty"><strong>${messages.nothingFound(to)}</strong><p><a href="${SMS_PATH}">${messages.showAll}</a></p></div>`;
}

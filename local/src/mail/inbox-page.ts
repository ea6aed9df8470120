import { html, raw } from 'hono/html';
import { messages } from './inbox.messages.ts';
import { styles } from './inbox.styles.ts';
import type { KeptMail } from './mailbox.ts';

type Html = ReturnType<typeof html>;
type View = 'designed' | 'plain';

export interface InboxPageState {
  mails: readonly KeptMail[];
  /** Id of the newest mail of all; empty when there is none. */
  newest: string;
  /** Shown are mails for this recipient. */
  to: string;
  view: View;
  /** The mail to read; null when it is not there any more, undefined when none is chosen. */
  open: KeptMail | null | undefined;
}

const BASE = '/inbox';
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** Mails on the left, the chosen one on the right; one after the other on a phone. */
export function inboxPage(state: InboxPageState): Html {
  const { mails, newest, to, open } = state;
  const title = open?.subject || messages.title;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(styles)}</style>
<script src="${BASE}/watch.js" defer></script>
</head>
<body data-newest="${newest}" class="${open === undefined ? 'listing' : 'reading'}">
<header class="note">${messages.standIn}</header>
<div class="panes">
<section class="list" aria-label="${messages.list}">
<nav class="tabs boxes" aria-label="${messages.boxes}"><a href="${BASE}" aria-current="page">${messages.mail}</a><a href="${BASE}/sms">${messages.sms}</a></nav>
<header><h1>${messages.title}</h1>
<form method="post" action="${BASE}/clear"><button class="quiet" ${mails.length === 0 ? 'hidden' : ''}>${messages.clear}</button></form></header>
<form class="search" action="${BASE}" role="search">
<label for="to">${messages.search}</label>
<div><input id="to" name="to" type="search" value="${to}" placeholder="${messages.searchPlaceholder}" maxlength="254" autocomplete="off"><button>${messages.find}</button></div>
</form>
${mails.length === 0 ? emptyList(to) : html`<ul>${mails.map((mail) => listItem(mail, state))}</ul>`}
</section>
<main>${open === undefined ? html`<p class="hint">${messages.pick}</p>` : open === null ? html`${backLink(to)}<p class="hint">${messages.gone}</p>` : reader(open, state)}</main>
</div>
</body>
</html>`;
}

function emptyList(to: string): Html {
  return to === ''
    ? html`<div class="empty"><strong>${messages.empty}</strong><p>${messages.emptyHint}</p></div>`
    : html`<div class="empty"><strong>${messages.nothingFound(to)}</strong><p><a href="${BASE}">${messages.showAll}</a></p></div>`;
}

function listItem(mail: KeptMail, { to, open }: InboxPageState): Html {
  const isOpen = open?.id === mail.id;
  return html`<li><a href="${mailHref(mail.id, to)}" aria-current="${isOpen ? 'page' : 'false'}">
<span class="row"><span class="who">${mail.to.join(', ')}</span>${time(mail)}</span>
<span class="subject">${mail.subject || messages.noSubject}</span>
${mail.copies > 1 ? html`<span class="copies">${messages.copies(mail.copies)}</span>` : ''}
</a></li>`;
}

function reader(mail: KeptMail, { to, view }: InboxPageState): Html {
  const tab = (name: View, label: string) =>
    html`<a href="${mailHref(mail.id, to, name)}" aria-current="${view === name ? 'page' : 'false'}">${label}</a>`;
  return html`${backLink(to)}
<h2>${mail.subject || messages.noSubject}</h2>
<dl>
<dt>${messages.from}</dt><dd>${mail.from}</dd>
<dt>${messages.to}</dt><dd>${mail.to.join(', ')}</dd>
<dt>${messages.received}</dt><dd>${time(mail)}</dd>
</dl>
<nav class="tabs" aria-label="${messages.views}">${tab('designed', messages.designed)}${tab('plain', messages.plain)}</nav>
${
  view === 'designed'
    ? html`<iframe title="${messages.frame(mail.subject)}" src="${BASE}/mails/${mail.id}/content" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : html`<pre tabindex="0">${mail.text}</pre>`
}`;
}

const backLink = (to: string): Html =>
  html`<a class="back" href="${BASE}${raw(formatQuery({ to }))}">${messages.back}</a>`;

const time = (mail: KeptMail): Html =>
  html`<time datetime="${mail.receivedAt}">${timeFormat.format(new Date(mail.receivedAt))}</time>`;

const mailHref = (id: string, to: string, view: View = 'designed'): string =>
  `${BASE}/mails/${id}${formatQuery({ to, view: view === 'plain' ? view : '' })}`;

function formatQuery(values: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}

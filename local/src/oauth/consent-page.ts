import { html, raw } from 'hono/html';
import { styles } from '../mail/inbox.styles.ts';
import { messages } from './oauth.messages.ts';
import type { Person } from './people.ts';

const ownStyles = `
.card { width: calc(100% - 2rem); max-width: 27rem; margin: 2rem auto; background: var(--surface); border: 1px solid var(--line); border-radius: 16px; padding: 1.5rem; display: block; }
.card h1 { margin-bottom: .25rem; }
.card > p { margin: 0 0 1rem; color: var(--quiet); }
.card h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
.person { display: grid; grid-template-columns: auto 1fr; gap: 0 .875rem; align-items: center; width: 100%; text-align: start; background: none; color: inherit; border: 1px solid var(--line); border-radius: 12px; padding: .625rem .875rem; margin-bottom: .5rem; font-weight: 400; }
.person:hover { background: var(--soft); }
.person .letter { grid-row: span 2; width: 2.25rem; height: 2.25rem; border-radius: 50%; display: grid; place-items: center; background: var(--soft); color: var(--accent); font-weight: 700; }
.person strong, .person small { min-width: 0; overflow-wrap: anywhere; }
.person small { color: var(--quiet); font-size: .875rem; }
.field { display: block; margin-bottom: .75rem; font-size: .875rem; font-weight: 600; }
.field input { width: 100%; display: block; margin-top: .25rem; font-weight: 400; }
.field small { font-weight: 400; color: var(--quiet); }
.check { display: flex; gap: .5rem; align-items: center; min-height: 2.75rem; }
.check input { flex: none; width: 1.25rem; min-height: 1.25rem; }
.wide { width: 100%; }
.deny { margin-top: .5rem; }
`;

function page(title: string, provider: string, body: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(styles)}${raw(ownStyles)}</style>
</head>
<body>
<header class="note">${messages.standIn(provider)}</header>
<main class="card"><h1>${title}</h1>${body}</main>
</body>
</html>`;
}

/** Whom to sign in as, a form for anybody else, and a way to say no. */
export function consentPage(input: {
  provider: string;
  action: string;
  requestId: string;
  people: readonly Person[];
}) {
  const { provider, action, requestId, people } = input;
  const request = html`<input type="hidden" name="request" value="${requestId}">`;
  return page(
    messages.title(provider),
    provider,
    html`
<p>${messages.wants}</p>
<h2 id="choose">${messages.choose}</h2>
<form method="post" action="${action}" aria-labelledby="choose">${request}
${people.map(
  (person) => html`<button class="person" name="subject" value="${person.subject}">
<span class="letter" aria-hidden="true">${person.name.slice(0, 1)}</span>
<strong>${person.name}</strong><small>${describeEmail(person)}</small></button>`,
)}
</form>
<h2 id="other">${messages.other}</h2>
<form method="post" action="${action}" aria-labelledby="other">${request}
<label class="field">${messages.name}<input name="name" required maxlength="80" autocomplete="off"></label>
<label class="field">${messages.email} <small>${messages.emailHint}</small><input name="email" type="email" maxlength="254" autocomplete="off"></label>
<label class="field check"><input name="verified" type="checkbox" value="1" checked>${messages.isVerified}</label>
<button class="wide">${messages.continue}</button>
</form>
<form method="post" action="${action}">${request}<button class="quiet wide deny" name="deny" value="1">${messages.deny}</button></form>`,
  );
}

function describeEmail({ email, isEmailVerified }: Person): string {
  if (email === null) return messages.noEmail;
  return `${email} · ${isEmailVerified ? messages.verified : messages.unverified}`;
}

/** What a provider says itself, because whoever asks cannot be trusted with the answer. */
export const refusalPage = (provider: string, reason: string) =>
  page(messages.wrongRequest, provider, html`<p>${reason}</p>`);

import { contentHash } from '@plaza/edge/content-hash';
import { messages } from '../messages.ts';

const { unavailable } = messages;

/** Asks for the page behind itself, ever more rarely, and opens it when the server has it: no loop, nothing flickers. */
const script = `(() => {
  let waitMs = 2000;
  let timer;
  const tryAgain = async () => {
    clearTimeout(timer);
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      if (answer.status < 500) return location.reload();
    } catch {}
    waitMs = Math.min(waitMs * 2, 60000);
    timer = setTimeout(tryAgain, waitMs);
  };
  timer = setTimeout(tryAgain, waitMs);
  addEventListener('online', tryAgain);
  document.getElementById('trying').hidden = false;
})();`;

const style = `:root{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}
body{margin:0;min-height:100dvh;display:grid;place-items:center;text-align:center}
main{padding:1.5rem;max-width:30rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem}
p{margin:.5rem 0}a{display:inline-block;margin:1.25rem .5rem 0;padding:.6rem 1.25rem;border:1px solid;border-radius:.75rem;color:inherit;text-decoration:none}`;

/** What stands in place of a document that could not be rendered at all; needs nothing that may be broken. */
export const failedDocument = {
  html: [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${unavailable.title}</title><style>${style}</style></head>`,
    `<body><main><h1>${unavailable.heading}</h1><p>${unavailable.text}</p>`,
    `<p id="trying" hidden>${unavailable.trying}</p>`,
    `<a href="">${unavailable.retry}</a><a href="/">${unavailable.toHome}</a>`,
    `</main><script>${script}</script></body></html>`,
  ].join(''),
  headers: {
    'cache-control': 'no-store',
    'retry-after': '10',
    'content-security-policy': [
      "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      `style-src ${contentHash(style)}`,
      `script-src ${contentHash(script)}`,
    ].join('; '),
  },
} as const;

import { html, raw } from 'hono/html';
import { messages } from '../messages.ts';
import type { MailBlock, MailContent, MailFact, MailLines } from './mail-content.ts';
import { renderBars, renderFigures } from './render-figures.ts';
import { inline, styles } from './styles.ts';

type Html = ReturnType<typeof html>;

/** Fills what inboxes show behind the subject, so that nothing of the content runs into it. */
const FILLER = raw('&#847;&zwnj;&nbsp;'.repeat(80));

/** The HTML of a mail; every value in it is escaped. @param publicUrl the shop's own address */
export async function renderHtml(content: MailContent, publicUrl: string): Promise<string> {
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${content.subject}</title>
<style>${raw(styles)}</style>
</head>
<body class="canvas" style="${inline.canvas}">
<div style="display:none;max-height:0;overflow:hidden">${content.preview}${FILLER}</div>
<table role="presentation" class="canvas" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f2f3f5">
<tr><td class="frame" align="center" style="padding:32px 16px 40px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;text-align:left">
<tr><td style="padding:0 4px 18px">${brand(publicUrl)}</td></tr>
<tr><td class="card" style="${inline.card}">
<h1 class="heading ink" style="${inline.heading}">${content.heading}</h1>
${content.blocks.map(renderBlock)}
</td></tr>
<tr><td class="muted" style="padding:20px 4px 0;font-family:inherit;${inline.muted}">
${content.reason}<br>${messages.footer}
<a class="link" href="${publicUrl}" style="color:#1d43b8">${messages.home}</a>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`;
  return page.toString();
}

/** Plaza's mark, four buildings around an open square, of table cells: many programs show neither SVG nor pictures. */
function brand(publicUrl: string): Html {
  const building = (span: string, isAccent = false) =>
    html`<td ${raw(span)} class="${isAccent ? 'mark-accent' : 'mark'}" style="background-color:${isAccent ? '#1d43b8' : '#14171d'};border-radius:2px;font-size:0;line-height:0">&nbsp;</td>`;
  return html`<a href="${publicUrl}" style="text-decoration:none"><table role="presentation" cellpadding="0" cellspacing="0"><tr><td>
<table role="presentation" width="26" height="26" cellpadding="0" cellspacing="2" style="width:26px;height:26px;table-layout:fixed">
<tr>${building('colspan="2" height="7"', true)}${building('rowspan="2"')}</tr>
<tr>${building('rowspan="2"')}<td height="7" style="font-size:0;line-height:0">&nbsp;</td></tr>
<tr>${building('colspan="2" height="7"')}</tr>
</table></td><td class="ink" style="${inline.brand}">${messages.brand}</td></tr></table></a>`;
}

function renderBlock(block: MailBlock): Html {
  switch (block.kind) {
    case 'text':
      return html`<p class="ink" style="${inline.text}">${block.text}</p>`;
    case 'notice':
      return html`<p class="notice" style="${inline.notice}">${block.text}</p>`;
    case 'button':
      return html`<p style="margin:4px 0 14px"><a class="button" href="${webAddress(block.href)}" style="${inline.button}">${block.label}</a></p>
<p class="muted" style="margin:0 0 22px;${inline.muted}">${messages.linkHint}<br><a class="link" href="${webAddress(block.href)}" style="${inline.link}">${block.href}</a></p>`;
    case 'link':
      return html`<p style="${inline.text}"><a class="link" href="${webAddress(block.href)}" style="color:#1d43b8;font-weight:600">${block.label}</a></p>`;
    case 'code':
      return html`<p class="muted" style="margin:0 0 8px;${inline.muted}">${block.label}</p>
<p class="code" style="${inline.code}">${block.code}</p>`;
    case 'facts':
      return html`<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px">${block.rows.map(fact)}</table>`;
    case 'lines':
      return lines(block);
    case 'figures':
      return renderFigures(block);
    case 'bars':
      return renderBars(block);
    case 'totals':
      return html`<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 24px">
${block.rows.map(({ label, value }) => html`<tr><td class="muted" style="${inline.factLabel}">${label}</td><td class="ink" style="${inline.fact};${inline.amount}">${value}</td></tr>`)}
<tr><td class="ink line" style="${inline.total}">${block.total.label}</td><td class="ink line" style="${inline.total};${inline.amount}">${block.total.value}</td></tr>
</table>`;
  }
}

function fact({ label, value }: MailFact): Html {
  const rows = typeof value === 'string' ? [value] : value;
  return html`<tr><td class="muted" width="130" style="${inline.factLabel}">${label}</td>
<td class="ink" style="${inline.fact}">${rows.map((row, index) => html`${index > 0 ? raw('<br>') : ''}${row}`)}</td></tr>`;
}

function lines(block: MailLines): Html {
  return html`<h2 class="ink" style="${inline.section}">${block.title}</h2>
<p class="muted" style="margin:0 0 10px;${inline.muted}">${block.note}</p>
<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 22px">
${block.lines.map(
  (
    line,
  ) => html`<tr><td class="ink line" style="${inline.cell}">${line.title}<br><span class="muted" style="${inline.muted}">${line.detail}</span></td>
<td class="ink line" style="${inline.cell};${inline.amount}">${line.amount}</td></tr>`,
)}
</table>`;
}

/** Only addresses of the web become links. @throws when it is another: a bug of the template */
function webAddress(href: string): string {
  const { protocol } = new URL(href);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`Not an address of the web: ${href}`);
  return href;
}

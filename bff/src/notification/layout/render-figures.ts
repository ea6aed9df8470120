import { html, raw } from 'hono/html';
import type { MailBars, MailFigures } from './mail-content.ts';
import { inline } from './styles.ts';

type Html = ReturnType<typeof html>;

/** Two beside each other: four in a line are too narrow on a phone, and many programs know no other layout. */
const COLUMNS = 2;
const TONES = { good: 'color:#0b6b46', bad: 'color:#b3261e', neutral: 'color:#565d69' } as const;

/** Large figures in a grid of table cells. */
export function renderFigures({ figures }: MailFigures): Html {
  const rows = Array.from({ length: Math.ceil(figures.length / COLUMNS) }, (_, row) =>
    figures.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 22px;table-layout:fixed">
${rows.map(
  (row) =>
    html`<tr>${row.map(
      ({ label, value, note, tone }) => html`<td class="line" style="${inline.figure}">
<span class="muted" style="${inline.muted}">${label}</span><br>
<span class="ink" style="${inline.figureValue}">${value}</span><br>
<span class="${tone === 'neutral' ? 'muted' : tone}" style="font-size:13px;${TONES[tone]}">${note}</span></td>`,
    )}</tr>`,
)}
</table>`;
}

/** Bars of table cells, each with its value written. */
export function renderBars({ title, bars }: MailBars): Html {
  return html`<h2 class="ink" style="${inline.section}">${title}</h2>
<table width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 24px">
${bars.map(
  ({ label, value, share }) => html`<tr><td class="muted" width="86" style="${inline.barLabel}">${label}</td>
<td style="padding:4px 0"><table role="presentation" width="${raw(`${percent(share)}%`)}" cellpadding="0" cellspacing="0"><tr>
<td class="bar" height="14" style="${inline.bar}">&nbsp;</td></tr></table></td>
<td class="ink" width="96" style="${inline.barValue}">${value}</td></tr>`,
)}
</table>`;
}

/** At least a hair, so that a day without sales is there too. */
const percent = (share: number): number => Math.max(1, Math.min(100, Math.round(share * 100)));

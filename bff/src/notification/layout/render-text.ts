import { messages } from '../messages.ts';
import type { MailBlock, MailContent, MailFact } from './mail-content.ts';

const RULE = '-'.repeat(40);

/** The plain text of a mail. @param publicUrl the shop's own address */
export function renderText(content: MailContent, publicUrl: string): string {
  const paragraphs = [
    content.heading.toUpperCase(),
    ...content.blocks.map(renderBlock),
    `${RULE}\n${content.reason}\n${messages.footer}\n${publicUrl}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function renderBlock(block: MailBlock): string {
  switch (block.kind) {
    case 'text':
    case 'notice':
      return block.text;
    case 'button':
    case 'link':
      return `${block.label}:\n${block.href}`;
    case 'code':
      return `${block.label}:\n\n    ${block.code}`;
    case 'facts':
      return block.rows.map(renderFact).join('\n');
    case 'lines':
      return [
        `${block.title}\n${block.note}`,
        ...block.lines.map((line) => `  ${line.title}\n    ${line.detail}  ${line.amount}`),
      ].join('\n');
    case 'figures':
      return block.figures.map(({ label, value, note }) => `${label}: ${value} (${note})`).join('\n');
    case 'bars':
      return [block.title, ...block.bars.map(({ label, value }) => `  ${label}: ${value}`)].join('\n');
    case 'totals':
      return [...block.rows, block.total].map(renderFact).join('\n');
  }
}

const renderFact = ({ label, value }: MailFact): string =>
  typeof value === 'string'
    ? `${label}: ${value}`
    : [`${label}:`, ...value.map((line) => `  ${line}`)].join('\n');
